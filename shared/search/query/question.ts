import { askedActions, EXCLUSIVE } from '../analysis/actions'
import { fold, squeeze } from '../analysis/fold'
import { countGrams, type Gram } from '../analysis/grams'
import { stripNoise } from '../analysis/noise'
import type { Snapshot } from '../snapshot/snapshot'
import { findSpans, type Span } from './spans'

/** A longer question is cut to this many characters. */
export const LONGEST_QUESTION = 200

/** A question as the ranking reads it. */
export interface Question {
  /** All that was typed, folded and without spaces: compared with whole names. */
  readonly squeezed: string
  /** Folded, noise taken out, brackets opened. */
  readonly text: string
  readonly spans: readonly Span[]
  /** Grams outside the spans' own parts. */
  readonly rest: ReadonlyMap<Gram, number>
  /** Mask of the actions asked for, and whether only a single verb hints at some of them. */
  readonly actions: number
  readonly hinted: boolean
}

/** Reads a question: folds it, takes the noise out, finds lexicon words and actions. */
export function readQuestion(snapshot: Snapshot, typed: string): Question {
  const folded = fold(typed)
  const opened = folded.replace(/[()]/g, ' ')
  const stripped = stripNoise(opened)
  // Lexicon words may contain noise (丢了, 怎么交): they are sought in all that was typed, and dropped when noise is all they are.
  const spans = findSpans(snapshot, opened, (start, end) => stripped.slice(start, end).trim() !== '')
  const text = restore(stripped, opened, spans)
  const { asked, hinted } = askedActions(text)
  const onlyHinted = !(asked & EXCLUSIVE) && hinted !== 0
  return { squeezed: squeeze(folded), text, spans, rest: gramsOutside(text, spans), actions: onlyHinted ? asked | hinted : asked, hinted: onlyHinted }
}

/** The stripped text with the spans' noise put back. */
function restore(stripped: string, opened: string, spans: readonly Span[]): string {
  let text = stripped
  for (const { start, end } of spans) text = text.slice(0, start) + opened.slice(start, end) + text.slice(end)
  return text
}

/** The text's grams less those within a span's own part; a pair across a span's edge stays. */
function gramsOutside(text: string, spans: readonly Span[]): Map<Gram, number> {
  const rest = countGrams(text)
  for (const span of spans) {
    for (const [gram, count] of countGrams(text.slice(span.ownStart, span.end))) {
      const left = (rest.get(gram) || 0) - count
      if (left > 0) rest.set(gram, left)
      else rest.delete(gram)
    }
  }
  return rest
}
