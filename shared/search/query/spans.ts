import { isLetter } from '../analysis/characters'
import { lineMeanings, linesOf, longestWordAt } from '../snapshot/lexicon'
import { textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import { WEIGHTS } from './weights'

/** A meaning of a span: its number in the lexicon, its text, and its weight 0–1. */
export interface SpanMeaning {
  readonly number: number
  readonly text: string
  readonly weight: number
}

/** A stretch of the question that the lexicon knows. */
export interface Span {
  /** Range of the folded question. */
  readonly start: number
  readonly end: number
  /** What the word also means. */
  readonly meanings: readonly SpanMeaning[]
  /** Where the span's own part begins; before it, the span overlaps the one before. */
  readonly ownStart: number
  /** 1, or less when it shares characters with a neighbour. */
  weight: number
}

/**
 * All maximal matches of lexicon words in a folded question: longest at each position, none inside another.
 * @param accepts tells whether a match at a range is wanted at all
 */
export function findSpans(snapshot: Snapshot, text: string, accepts: (start: number, end: number) => boolean): Span[] {
  const spans: Span[] = []
  let covered = 0
  for (let start = 0; start < text.length; start++) {
    const end = longestWordAt(snapshot, text, start)
    if (end <= covered || insideLetters(text, start, end) || !accepts(start, end)) continue
    const ownStart = Math.max(start, covered)
    const span: Span = { start, end, meanings: meaningsOf(snapshot, text.slice(start, end)), ownStart: spans.length > 0 ? ownStart : start, weight: 1 }
    if (ownStart > start && spans.length > 0) {
      span.weight *= WEIGHTS.overlap
      spans[spans.length - 1].weight *= WEIGHTS.overlap
    }
    spans.push(span)
    covered = end
  }
  return spans
}

/** Whether a match cuts through a run of letters: NGO is no part of hangong. */
const insideLetters = (text: string, start: number, end: number): boolean =>
  [start, end].some((at) => isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at)))

/** What a lexicon word means, over all its lines, without itself. */
export function meaningsOf(snapshot: Snapshot, text: string): SpanMeaning[] {
  const weights = new Map<number, number>()
  for (const line of linesOf(snapshot, text)) {
    for (const { number, weight } of lineMeanings(snapshot, line)) if (weight > (weights.get(number) || 0)) weights.set(number, weight)
  }
  return [...weights].map(([number, weight]) => ({ number, weight, text: textAt(snapshot.data.meanings, number) })).filter((meaning) => meaning.text !== text)
}
