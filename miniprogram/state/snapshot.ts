import { useSyncExternalStore } from 'react'
import { routes } from '@shared/api/routes'
import { openSnapshot, SnapshotError, warm, type Snapshot } from '@shared/search'
import { readBytes, removeBytes, writeBytes } from '../platform/blob-store'
import { now, wait } from '../platform/clock'
import { centre } from '../platform/config'
import { listeners } from '../platform/listeners'
import { call } from '../platform/request'
import { problemOf, type Problem } from './problem'

/** The search data of the centre on this device. */
export interface SnapshotState {
  readonly snapshot: Snapshot | undefined
  /** `starting`: not looked for yet, or being fetched for the first time; `failed`: none here and none to be had. */
  readonly status: 'starting' | 'ready' | 'failed'
  readonly problem?: Problem
}

/** Milliseconds between two looks for a newer version, and between two tries after one that failed. */
const lookAgainAfter = 5 * 60_000
const tryAgainAfter = 15_000

const name = `search-snapshot-${centre}`
let state: SnapshotState = { snapshot: undefined, status: 'starting' }
let busy: Promise<void> | undefined
let nextLook = -Infinity
const changes = listeners()

/** Once the page is painted. */
async function makeReady(snapshot: Snapshot): Promise<void> {
  await wait(100)
  warm(snapshot)
}

function become(next: SnapshotState): void {
  state = next
  if (next.snapshot) void makeReady(next.snapshot)
  changes.tell()
}

/** Opens what is kept; a damaged or outdated one is thrown away and fetched anew. */
async function openKept(): Promise<void> {
  const bytes = await readBytes(name)
  if (!bytes) return
  try {
    become({ snapshot: openSnapshot(bytes), status: 'ready' })
  } catch {
    await removeBytes(name)
  }
}

/** Fetches the current version unless it is the one at hand. */
async function renew(): Promise<void> {
  const { version } = await call(routes.search.snapshot, { params: { centre } })
  if (state.snapshot && String(state.snapshot.version) === version) return
  const bytes = await call(routes.search.snapshotBytes, { params: { centre, version } })
  become({ snapshot: openSnapshot(bytes), status: 'ready' })
  await writeBytes(name, bytes)
}

async function start(): Promise<void> {
  if (!state.snapshot) await openKept()
  try {
    await renew()
    nextLook = now() + lookAgainAfter
  } catch (error) {
    // What the server has is for another version of this program: until one of them is renewed, fetching it again soon would help nobody.
    const otherFormat = error instanceof SnapshotError && (error.fault === 'newer' || error.fault === 'older')
    nextLook = now() + (otherFormat ? lookAgainAfter : tryAgainAfter)
    // With a snapshot at hand a failed renewal is no matter: the next visit tries again.
    if (!state.snapshot) become({ snapshot: undefined, status: 'failed', problem: problemOf(error) })
  }
}

/** Makes the search data ready, and in the background newer, when it is time; `asked`: a person wants it now. Never rejects. */
export function refreshSnapshot(asked = false): Promise<void> {
  if (!asked && now() < nextLook) return Promise.resolve()
  if (!state.snapshot && state.status === 'failed') become({ snapshot: undefined, status: 'starting' })
  busy ??= start().finally(() => {
    busy = undefined
  })
  return busy
}

/** The search data as it is now. */
export const currentSnapshot = (): SnapshotState => state

/** The search data, as a page follows it. */
export const useSnapshot = (): SnapshotState => useSyncExternalStore(changes.subscribe, currentSnapshot)
