import { textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import type { SearchHit, SearchOptions, SearchResult } from '../types'
import { answer, type Answer, type Ranked } from './answer'
import { countFacets, failuresOf, type Failures } from './filter'
import { highlightName } from './highlight'
import { LONGEST_QUESTION, readQuestion } from './question'

const DEFAULT_LIMIT = 10
const MOST_HITS = 200

/**
 * Answers a question. Never throws, whatever is typed; the same snapshot and question give the same order everywhere.
 * An empty question browses: every item that passes the filters, by id (codes keep what belongs together side by side).
 */
export function search(snapshot: Snapshot, typed: string, options: SearchOptions = {}): SearchResult {
  const failures = failuresOf(snapshot, options.filters)
  const answerWith = (passing: Failures): Answer => (typed.trim() ? answer(snapshot, typed, passing, options.now) : everything(snapshot, passing))
  const { ranked, total, others, confidence, didYouMean } = answerWith(failures)
  const offset = Math.max(0, options.offset || 0)
  const limit = Math.min(MOST_HITS, Math.max(1, options.limit || DEFAULT_LIMIT))
  // Far down the list come items that match faintly; nobody needs them in order.
  const listed = offset + limit > ranked.length ? [...ranked, ...faintly(snapshot, typed, others())] : ranked
  const result: SearchResult = {
    hits: listed.slice(offset, offset + limit).map((hit) => toHit(snapshot, hit)),
    total,
    confidence,
    truncated: typed.length > LONGEST_QUESTION,
    ...(didYouMean === undefined ? {} : { didYouMean }),
  }
  if (!options.counts) return result
  const all = failures ? answerWith(undefined) : { ranked, others }
  return { ...result, facets: countFacets(snapshot, [...all.ranked.map(({ item }) => item), ...all.others()], failures) }
}

function faintly(snapshot: Snapshot, typed: string, items: readonly number[]): Ranked[] {
  const question = readQuestion(snapshot, typed.slice(0, LONGEST_QUESTION))
  return items.map((item) => ({ item, score: 0, explained: 0, question, pinned: false }))
}

/** The catalogue as it is, for browsing. */
function everything(snapshot: Snapshot, failures: Failures): Answer {
  const question = readQuestion(snapshot, '')
  const passing = Array.from({ length: snapshot.itemCount }, (_, item) => item)
    .filter((item) => !failures || failures[item] === 0)
    .sort((a, b) => (snapshot.id(a) < snapshot.id(b) ? -1 : 1))
  return { ranked: passing.map((item) => ({ item, score: 0, explained: 0, question, pinned: false })), total: passing.length, others: () => [], confidence: passing.length > 0 ? 'sure' : 'none' }
}

/** What the screen shows of an item. */
function toHit(snapshot: Snapshot, { item, score, explained, pinned, question }: Ranked): SearchHit {
  const { columnNames, columnValues, cells, numbers } = snapshot.data
  const [department, category, ...rest] = Array.from({ length: numbers[1] }, (_, column) => textAt(columnValues, cells[column * snapshot.itemCount + item]))
  const fields: Record<string, string> = {}
  rest.forEach((value, i) => {
    if (value) fields[textAt(columnNames, i + 2)] = value
  })
  const name = snapshot.name(item)
  return { id: snapshot.id(item), name, department, category, fields, score, explained, pinned, highlights: highlightName(question, name) }
}
