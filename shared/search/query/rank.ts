import type { Snapshot } from '../snapshot/snapshot'
import type { Failures } from './filter'
import type { Question } from './question'
import { rerank } from './rerank'
import { retrieve, type Candidate } from './retrieve'
import { RERANK_DEPTH } from './weights'

/** Items are numbered by name and id, so that ties fall the same way everywhere. */
export const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.item - b.item

/** All items that match one reading of the question; the best are reranked and sorted, the others follow as retrieved. */
export function rankQuestion(snapshot: Snapshot, question: Question, failures: Failures): Candidate[] {
  const found = retrieve(snapshot, question)
  const passing = failures ? found.filter((candidate) => failures[candidate.item] === 0) : found
  passing.sort(byScore)
  const best = passing.slice(0, RERANK_DEPTH)
  rerank(snapshot, question, best)
  return [...best.sort(byScore), ...passing.slice(RERANK_DEPTH)]
}
