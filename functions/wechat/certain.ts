import { foldKeyword } from '@shared/replies/reply'
import type { SearchHit, SearchResult } from '@shared/search'

/** How far the first item must be before the second, and how much of the question it must explain: with these, 99 of 100 answers to the golden questions are right (tests/items/sure-answers.test.ts). */
const ahead = 1.7
const leastExplained = 0.5

/**
 * The item that a question means beyond doubt, whose guide can be the answer: the one that staff have pinned or whose name was written, or one that
 * explains most of the question and far better than the next.
 */
export function oneSureHit(question: string, { hits, total, confidence }: Pick<SearchResult, 'hits' | 'total' | 'confidence'>): SearchHit | undefined {
  const [first, second] = hits
  if (!first || confidence !== 'sure') return undefined
  if (first.pinned || foldKeyword(first.name) === foldKeyword(question)) return first
  return first.explained >= leastExplained && (total === 1 || !second || first.score >= second.score * ahead) ? first : undefined
}
