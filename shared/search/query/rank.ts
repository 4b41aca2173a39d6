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
  readonly others: readonly number[]
}

/** Ranks all items for one reading of the question. */
export function rankQuestion(snapshot: Snapshot, question: Question, failures: Failures): Ranking {
  const { candidates, others } = retrieve(snapshot, question, failures, RERANK_DEPTH)
  // The order does not matter before reranking, only which ones are among the best.
  if (candidates.length > RERANK_DEPTH) candidates.sort(byScore)
  const best = candidates.slice(0, RERANK_DEPTH)
  rerank(snapshot, question, best)
  return { best: best.sort(byScore), others: others.concat(candidates.slice(RERANK_DEPTH).map(({ item }) => item)) }
}
