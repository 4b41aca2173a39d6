import type { SearchEvent } from '@shared/items/search-routes'
import { addCounts, countEvents, type QuestionCounts } from './count'

/**
 * Counts that come while a write is under way wait and go together with the next, so that a crowd makes few writes; each caller waits until its own is written.
 * @throws what the write of the caller's own counts throws
 */
export function gatherCounts(write: (centre: string, counts: QuestionCounts) => Promise<void>): (centre: string, events: readonly SearchEvent[]) => Promise<void> {
  interface Batch { readonly counts: QuestionCounts; readonly written: Promise<void> }
  const waiting = new Map<string, Batch>()
  const underWay = new Map<string, Promise<void>>()
  const begin = (centre: string): Batch => {
    const counts: QuestionCounts = new Map()
    const before = underWay.get(centre) ?? Promise.resolve()
    const written = before.then(() => {
      waiting.delete(centre)
      const writing = write(centre, counts)
      const settled = writing.then(() => {}, () => {}).then(() => { if (underWay.get(centre) === settled) underWay.delete(centre) })
      underWay.set(centre, settled)
      return writing
    })
    const batch = { counts, written }
    waiting.set(centre, batch)
    return batch
  }
  return (centre, events) => {
    const batch = waiting.get(centre) ?? begin(centre)
    addCounts(batch.counts, countEvents(events))
    return batch.written
  }
}
