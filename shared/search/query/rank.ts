import type { Snapshot } from '../snapshot/snapshot'
import type { Failures } from './filter'
import type { Question } from './question'
import { rerank } from './rerank'
import { retrieve, type Candidate } from './retrieve'
import type { Matches } from './tally'

/** Best first; items are numbered by name and id, so that ties fall the same way everywhere. */
export const byScore = (a: { readonly score: number; readonly item: number }, b: { readonly score: number; readonly item: number }): number =>
  b.score - a.score || a.item - b.item

/**
 * The best items for one reading of the question, reranked and in order.
 * @param matches is told all items that match
 * @param depth how many are reranked and given back at most
 */
export function rankQuestion(snapshot: Snapshot, question: Question, failures: Failures, matches: Matches, depth: number): Candidate[] {
  const candidates = retrieve(snapshot, question, failures, depth, matches)
  // The order does not matter before reranking, only which ones are among the best.
  if (candidates.length > depth) candidates.sort(byScore)
  const best = candidates.slice(0, depth)
  rerank(snapshot, question, best)
  return best.sort(byScore)
}
