import { ByteReader } from '../snapshot/bytes'
import { runLength, runStart, runCount } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import { WEIGHTS } from './weights'

/** A meaning of a span: number of its text among the words, and its weight 0–1. */
export interface SpanMeaning {
  readonly word: number
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
    const match = longestWordAt(snapshot, text, start)
    if (match === undefined || match.end <= covered || !accepts(start, match.end)) continue
    const ownStart = Math.max(start, covered)
    const span: Span = { start, end: match.end, meanings: meaningsOf(snapshot, match.word), ownStart: spans.length > 0 ? ownStart : start, weight: 1 }
    if (ownStart > start && spans.length > 0) {
      span.weight *= WEIGHTS.overlap
      spans[spans.length - 1].weight *= WEIGHTS.overlap
    }
    spans.push(span)
    covered = match.end
  }
  return spans
}

/** The longest lexicon word (one with lines of its own) that begins at `start`: narrows the sorted words unit by unit. */
function longestWordAt(snapshot: Snapshot, text: string, start: number): { end: number; word: number } | undefined {
  const { words, wordLines } = snapshot.data
  let low = 0
  let high = runCount(words)
  let longest: { end: number; word: number } | undefined
  for (let depth = 0; start + depth < text.length && depth < snapshot.longestWord; depth++) {
    const unit = text.charCodeAt(start + depth)
    low = boundary(snapshot, low, high, depth, unit)
    high = boundary(snapshot, low, high, depth, unit + 1)
    if (low >= high) break
    if (runLength(words, low) === depth + 1 && runLength(wordLines, low) > 0) longest = { end: start + depth + 1, word: low }
  }
  return longest
}

/** First word in `[low, high)` (all alike up to `depth`) whose unit at `depth` is not below `unit`. */
function boundary(snapshot: Snapshot, low: number, high: number, depth: number, unit: number): number {
  const { words } = snapshot.data
  while (low < high) {
    const middle = (low + high) >> 1
    const found = depth < runLength(words, middle) ? words.units[runStart(words, middle) + depth] : -1
    if (found < unit) low = middle + 1
    else high = middle
  }
  return low
}

/** What a lexicon word means, over all its lines, without itself. */
function meaningsOf(snapshot: Snapshot, word: number): SpanMeaning[] {
  const { wordLines, lines } = snapshot.data
  const weights = new Map<number, number>()
  const lineNumbers = readerOf(wordLines, word)
  while (!lineNumbers.done) {
    const line = readerOf(lines, lineNumbers.varint())
    while (!line.done) {
      const meaning = line.varint()
      const weight = line.byte() / 100
      if (meaning !== word && weight > (weights.get(meaning) || 0)) weights.set(meaning, weight)
    }
  }
  return [...weights].map(([meaning, weight]) => ({ word: meaning, weight }))
}

const readerOf = (bytes: Snapshot['data']['lines'], i: number): ByteReader => {
  const start = runStart(bytes, i)
  return new ByteReader(bytes.units, start, start + runLength(bytes, i))
}
