import { search, type SearchOptions, type SearchResult, type Snapshot } from '@shared/search'

/** Answers given lately: what everybody asks is computed once. */
export interface RecentAnswers {
  /** The engine's answer for this snapshot; an earlier one for at most a minute, which is how late a pin may end. */
  answer(centre: string, snapshot: Snapshot, question: string, options: SearchOptions & { readonly now: number }): SearchResult
}

/** Answers that are remembered; about 3 KB each. */
const most = 2_000
/** How long an answer is good, ms. */
const keepMs = 60_000

interface Remembered {
  readonly version: number
  readonly until: number
  readonly result: SearchResult
}

/** An empty memory of answers, bounded by their number: the one that came first goes first. */
export function createRecentAnswers(limit = most): RecentAnswers {
  const remembered = new Map<string, Remembered>()
  return {
    answer(centre, snapshot, question, options) {
      const { now, ...rest } = options
      const key = `${centre} ${JSON.stringify(rest)} ${question}`
      const known = remembered.get(key)
      if (known && known.version === snapshot.version && known.until > now) return known.result
      const result = search(snapshot, question, options)
      remembered.delete(key)
      remembered.set(key, { version: snapshot.version, until: now + keepMs, result })
      const [oldest] = remembered.keys()
      if (remembered.size > limit && oldest !== undefined) remembered.delete(oldest)
      return result
    },
  }
}
