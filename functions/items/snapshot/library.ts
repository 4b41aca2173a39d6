import { ServiceError } from '@shared/errors/service-error'
import { openSnapshot, warm, type Snapshot } from '@shared/search'
import type { Clock } from '../../platform/clock'
import { errorFields, type Log } from '../../platform/log'
import type { SnapshotStore, StoredSnapshot } from './store'

/** Open snapshots of many centres in one process, kept by recency within a bound on memory. */
export interface SnapshotLibrary {
  /**
   * A centre's snapshot. A cold one is loaded; a warm one is given at once, and whether it is still current is looked up in the
   * background at most every few seconds: the stale one serves until the new one is there.
   * @throws ServiceError `snapshot-missing`, or `unavailable` when it cannot be read
   */
  open(centre: string): Promise<Snapshot>
  /** Bytes held, for tests and benchmarks. */
  readonly held: number
}

/** Limits of the library. */
export interface LibraryLimits {
  /** Bytes of snapshots that may be held; the one in use is held in any case. */
  readonly maxBytes: number
  /** How long a warm snapshot is served before its version is looked up, ms. */
  readonly checkMs: number
  /** How long a centre without a snapshot is remembered as such, ms. */
  readonly missingMs: number
}

/** Limits that suit a Lambda of 512 MB. */
export const defaultLimits: LibraryLimits = { maxBytes: 128 * 1024 * 1024, checkMs: 3_000, missingMs: 3_000 }

interface Held {
  readonly snapshot: Snapshot
  readonly version: number
  readonly bytes: number
  checkedAt: number
  checking?: Promise<void>
}

/** An open snapshot also keeps its texts unpacked and what modules derive from it: thirteen times its bytes in all, as `npm run bench:search -- --part c` measures. */
const derivedShare = 12

/** A library over stored snapshots. */
export function createSnapshotLibrary(store: SnapshotStore, now: Clock, log: Log, limits: LibraryLimits = defaultLimits): SnapshotLibrary {
  // A Map keeps the order of insertion: the first one is the one used longest ago.
  const held = new Map<string, Held>()
  const loading = new Map<string, Promise<Held>>()
  const missing = new Map<string, number>()
  let bytesHeld = 0

  const drop = (centre: string) => {
    bytesHeld -= held.get(centre)?.bytes ?? 0
    held.delete(centre)
  }
  const keep = (centre: string, entry: Held) => {
    drop(centre)
    held.set(centre, entry)
    bytesHeld += entry.bytes
    for (const oldest of held.keys()) {
      if (bytesHeld <= limits.maxBytes || oldest === centre) break
      drop(oldest)
    }
  }
  const open = (centre: string, { version, bytes }: StoredSnapshot): Held => {
    const entry: Held = { snapshot: openSnapshot(bytes), version, bytes: Math.ceil(bytes.byteLength * (1 + derivedShare)), checkedAt: now() }
    keep(centre, entry)
    return entry
  }
  const first = async (centre: string): Promise<Held> => {
    const until = missing.get(centre)
    if (until !== undefined && until > now()) throw new ServiceError('snapshot-missing')
    let entry: Held | undefined
    try {
      const current = await store.current(centre)
      entry = current && open(centre, current)
    } catch (error) {
      log.error('SNAPSHOT_FAILED', { centre, ...errorFields(error) })
      throw new ServiceError('unavailable')
    }
    if (!entry) {
      if (missing.size > 10_000) missing.clear()
      missing.set(centre, now() + limits.missingMs)
      throw new ServiceError('snapshot-missing')
    }
    missing.delete(centre)
    return entry
  }
  const check = async (centre: string, entry: Held): Promise<void> => {
    entry.checkedAt = now()
    try {
      const pointer = await store.pointer(centre)
      if (!pointer || pointer.version === entry.version) return
      const current = await store.current(centre)
      if (current) warm(open(centre, current).snapshot)
    } catch (error) {
      log.warn('SNAPSHOT_FAILED', { centre, ...errorFields(error) })
    }
  }
  return {
    async open(centre) {
      const entry = held.get(centre)
      if (!entry) {
        const begun = loading.get(centre) ?? first(centre).finally(() => loading.delete(centre))
        loading.set(centre, begun)
        return (await begun).snapshot
      }
      held.delete(centre)
      held.set(centre, entry)
      if (now() - entry.checkedAt >= limits.checkMs && !entry.checking) entry.checking = check(centre, entry).finally(() => { entry.checking = undefined })
      return entry.snapshot
    },
    get held() { return bytesHeld },
  }
}
