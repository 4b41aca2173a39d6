import { textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import type { SearchHit, SearchOptions, SearchResult } from '../types'
import { LONGEST_QUESTION, readQuestion } from './question'
import { rerank } from './rerank'
import { retrieve, type Candidate } from './retrieve'
import { RERANK_DEPTH } from './weights'

/** Answers a question; never throws, whatever is typed. */
export function search(snapshot: Snapshot, typed: string, options: SearchOptions = {}): SearchResult {
  const truncated = typed.length > LONGEST_QUESTION
  const question = readQuestion(snapshot, typed.slice(0, LONGEST_QUESTION))
  const candidates = retrieve(snapshot, question)
  const best = candidates.sort(byScore).slice(0, RERANK_DEPTH)
  rerank(snapshot, question, best)
  best.sort(byScore)
  const offset = options.offset || 0
  const hits = best.slice(offset, offset + (options.limit || 10)).map((candidate) => toHit(snapshot, candidate))
  return { hits, total: candidates.length, confidence: hits.length ? 'sure' : 'none', truncated }
}

/** Items are numbered by name and id, so that ties fall the same way everywhere. */
const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.item - b.item

function toHit(snapshot: Snapshot, { item, score, explained }: Candidate): SearchHit {
  const { columnNames, columnValues, cells, numbers } = snapshot.data
  const fields: Record<string, string> = {}
  let department = ''
  let category = ''
  for (let column = 0; column < numbers[1]; column++) {
    const value = textAt(columnValues, cells[column * snapshot.itemCount + item])
    if (column === 0) department = value
    else if (column === 1) category = value
    else if (value) fields[textAt(columnNames, column)] = value
  }
  return { id: snapshot.id(item), name: snapshot.name(item), department, category, fields, score, explained, pinned: false, highlights: [] }
}
