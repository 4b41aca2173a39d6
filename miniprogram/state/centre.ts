import { useEffect, useSyncExternalStore } from 'react'
import { routes } from '@shared/api/routes'
import type { Centre } from '@shared/centre/centre'
import { now } from '../platform/clock'
import { centre as centreId } from '../platform/config'
import { useReconnect } from '../platform/network'
import { listeners } from '../platform/listeners'
import { call } from '../platform/request'
import { problemOf, type Problem } from './problem'
import { seenCentre } from './seen'
import { standIn, type Stale } from './stand-in'

/** The centre's data as a page follows it: what is kept at once, the current one as soon as it comes. */
export interface CentreState {
  readonly value: Centre | undefined
  /** Nothing is kept and nothing could be fetched. */
  readonly problem: Problem | undefined
  readonly loading: boolean
  /** The value is that of an earlier visit, because the current one is not to be had. */
  readonly stale: Stale | undefined
  /** Fetches it again. */
  readonly reload: () => Promise<void>
}

/** Milliseconds in which it is not fetched again: half a page asks for it, and the list of results anew with each question. */
const freshFor = 60_000

let problemNow: Problem | undefined
let busy: Promise<void> | undefined
let fetchedAt = -Infinity
const changes = listeners()

function meet(problem: Problem | undefined): void {
  problemNow = problem
  changes.tell()
}

const seenNow = () => seenCentre.of(centreId)
const valueNow = () => seenNow()?.value

async function fetchCentre(): Promise<void> {
  try {
    const fetched = await call(routes.centre.get, { params: { centre: centreId } })
    fetchedAt = now()
    const before = valueNow()
    // The same data as before stays the same object: nothing that shows it is drawn again.
    const same = before !== undefined && JSON.stringify(fetched) === JSON.stringify(before)
    seenCentre.keep(centreId, same ? before : fetched, new Date(fetchedAt).toISOString())
    if (problemNow) meet(undefined)
  } catch (error) {
    meet(problemOf(error))
  }
}

/** Fetches once for everybody who asks, and not again while it is fresh; `asked`: a person wants it now. Never rejects. */
function refreshCentre(asked = false): Promise<void> {
  if (!asked && valueNow() && now() - fetchedAt < freshFor) return Promise.resolve()
  if (problemNow) meet(undefined)
  busy ??= fetchCentre().finally(() => {
    busy = undefined
  })
  return busy
}

const reload = () => refreshCentre(true)

/** The centre's data, fetched when the page that asks for it shows, and when the network comes back after a failure. */
export function useCentre(): CentreState {
  const kept = useSyncExternalStore(seenCentre.subscribe, valueNow)
  const problem = useSyncExternalStore(changes.subscribe, () => problemNow)
  useEffect(() => void refreshCentre(), [])
  useReconnect(() => {
    if (problemNow) void reload()
  })
  const shown = standIn(kept, problem, seenNow())
  return { ...shown, loading: !kept && !problem, reload }
}
