import { kept } from '../../state/kept'

/** Complaint id → `updatedAt` of the version that was last opened on this device. */
export type Seen = Readonly<Record<string, string>>

/** How many complaints are remembered. */
const most = 1_000

/** Remembers that a complaint was seen as of an instant; the longest known go when there are too many. */
export function withSeen(seen: Seen, id: string, updatedAt: string): Seen {
  if ((seen[id] ?? '') >= updatedAt) return seen
  const { [id]: _before, ...others } = seen
  const entries = Object.entries(others)
  return Object.fromEntries([...entries.slice(Math.max(0, entries.length + 1 - most)), [id, updatedAt]])
}

/** Mark of a line: never opened here, changed since it was opened here, or neither. */
export function markOf(seen: Seen, { id, updatedAt }: { readonly id: string; readonly updatedAt: string }): 'fresh' | 'updated' | undefined {
  if (!Object.prototype.hasOwnProperty.call(seen, id)) return 'fresh'
  return seen[id] < updatedAt ? 'updated' : undefined
}

const isSeen = (value: unknown): value is Seen => typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')

/** What was opened on this device. */
export const seenComplaints = kept<Seen>({ key: 'staff-seen', version: 1, empty: {}, parse: (value) => (isSeen(value) ? value : undefined) })
