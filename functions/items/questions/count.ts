import type { SearchEvent } from '@shared/items/search-routes'

/** How often a question was asked and what came of it. */
export interface QuestionCount {
  asked: number
  /** Nothing was found. */
  missed: number
  /** One of the first three was opened. */
  firstThree: number
  /** Times that each item was opened, and the sum of the ranks at which it stood then. */
  opened: Record<string, { times: number; ranks: number }>
}

/** Counts by question. */
export type QuestionCounts = Map<string, QuestionCount>

/**
 * A question as it is counted: lower case, single spaces; undefined for one that may tell who asked (five digits in a row as in
 * telephone and identity numbers, an e-mail address).
 */
export function countable(question: string): string | undefined {
  const text = question.normalize('NFKC').replace(/[\s\u0000-\u001f]+/g, ' ').trim().toLowerCase()
  return text === '' || /\d[\d -]{3,}\d|@/.test(text) ? undefined : text
}

/** A count of nothing. */
export const noCount = (): QuestionCount => ({ asked: 0, missed: 0, firstThree: 0, opened: {} })

/** Counts of events by question; those that may tell who asked are left out. */
export function countEvents(events: readonly SearchEvent[]): QuestionCounts {
  const counts: QuestionCounts = new Map()
  for (const { question, opened, rank = 1, found } of events) {
    const text = countable(question)
    if (text === undefined) continue
    const count = counts.get(text) ?? noCount()
    counts.set(text, count)
    count.asked++
    if (found === 0) count.missed++
    if (opened === undefined) continue
    if (rank <= 3) count.firstThree++
    const item = (count.opened[opened] ??= { times: 0, ranks: 0 })
    item.times++
    item.ranks += rank
  }
  return counts
}

/** Adds counts to a sum. */
export function addCounts(sum: QuestionCounts, more: QuestionCounts): void {
  for (const [text, { asked, missed, firstThree, opened }] of more) {
    const count = sum.get(text) ?? noCount()
    sum.set(text, count)
    count.asked += asked
    count.missed += missed
    count.firstThree += firstThree
    for (const [item, { times, ranks }] of Object.entries(opened)) {
      const kept = (count.opened[item] ??= { times: 0, ranks: 0 })
      kept.times += times
      kept.ranks += ranks
    }
  }
}
