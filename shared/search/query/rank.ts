import type { Snapshot } from '../snapshot/snapshot'
import type { Failures } from './filter'
import type { Question } from './question'
import { rerank } from './rerank'
import { retrieve, type Candidate } from './retrieve'
import { RERANK_DEPTH } from './weights'

/** Best first; items are numbered by name and id, so that ties fall the same way everywhere. */
export const byScore = (a: { readonly score: number; readonly item: number }, b: { readonly score: number; readonly item: number }): number =>
  b.score - a.score || a.item - b.item

/** The items that match one reading of the question: the best, reranked and in order, and the others in no order. */
export interface Ranking {
  readonly best: readonly Candidate[]
  readonly others: readonly Candidate[]
}

/** Ranks all items for one reading of the question. */
export function rankQuestion(snapshot: Snapshot, question: Question, failures: Failures): Ranking {
  const found = retrieve(snapshot, question)
  const passing = failures ? found.filter((candidate) => failures[candidate.item] === 0) : found
  const depth = Math.min(RERANK_DEPTH, passing.length)
  moveBestToFront(passing, depth)
  const best = passing.slice(0, depth)
  rerank(snapshot, question, best)
  return { best: best.sort(byScore), others: passing.slice(depth) }
}

/** Quickselect: the `depth` best come first, in no order among themselves. */
function moveBestToFront(candidates: Candidate[], depth: number): void {
  let low = 0
  let high = candidates.length - 1
  while (low < high) {
    const pivot = candidates[(low + high) >> 1]
    let i = low
    let j = high
    while (i <= j) {
      while (byScore(candidates[i], pivot) < 0) i++
      while (byScore(candidates[j], pivot) > 0) j--
      if (i <= j) {
        const swapped = candidates[i]
        candidates[i++] = candidates[j]
        candidates[j--] = swapped
      }
    }
    if (depth - 1 <= j) high = j
    else if (depth - 1 >= i) low = i
    else return
  }
}
