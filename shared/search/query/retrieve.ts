import { ACTION_WORDS } from '../analysis/actions'
import { countGrams, isSingle, pair, type Gram } from '../analysis/grams'
import { rarity, RARITY_STEPS } from '../analysis/rarity'
import { postingsOf, type GramPostings } from '../snapshot/postings'
import type { Snapshot } from '../snapshot/snapshot'
import type { Question } from './question'
import type { Span, SpanMeaning } from './spans'
import { WEIGHTS } from './weights'

/** An item on its way through the ranking. */
export interface Candidate {
  readonly item: number
  score: number
  /** Share of the question's possible score that the item has. */
  readonly explained: number
}

const ACTION_PAIRS: ReadonlySet<Gram> = new Set(ACTION_WORDS.map((word) => pair(word.charCodeAt(0), word.charCodeAt(1))))

/** Effect of a posting's weight byte (64ths), saturated as in BM25 with b = 0. */
const SATURATED = Float32Array.from({ length: 256 }, (_, weight) => ((weight / 64) * (1 + WEIGHTS.saturation)) / (weight / 64 + WEIGHTS.saturation))

/**
 * Scores every item that shares a gram or a meaning with the question. A lexicon span counts as the best of its own words and its
 * meanings, never as their sum.
 */
export function retrieve(snapshot: Snapshot, question: Question): Candidate[] {
  const { scores, data } = snapshot
  const touched: number[] = []
  let possible = unknownWorth(snapshot, question.rest) + addGrams(weighGrams(snapshot, question.rest), scores, touched)
  for (const span of question.spans) possible += addSpan(snapshot, question.text, span, touched)
  const candidates: Candidate[] = []
  for (const item of touched) {
    const score = scores[item]
    scores[item] = 0
    if (score > 0) candidates.push({ item, score: score / (1 - WEIGHTS.massPart + (WEIGHTS.massPart * data.masses[item]) / 32), explained: score / (possible || 1) })
  }
  return candidates
}

/** A gram of the question that the catalogue has: where, and what one plain occurrence is worth. */
interface WeightedGram {
  readonly postings: GramPostings
  readonly worth: number
}

/** Looks grams up and weighs them: rarity, single characters and action words less, repetition a little more. */
function weighGrams(snapshot: Snapshot, grams: ReadonlyMap<Gram, number>): WeightedGram[] {
  const weighed: WeightedGram[] = []
  for (const [gram, count] of grams) {
    const postings = postingsOf(snapshot, gram)
    if (postings.rarity === 0) continue
    const kind = isSingle(gram) ? WEIGHTS.single : ACTION_PAIRS.has(gram) ? WEIGHTS.actionWord : 1
    weighed.push({ postings, worth: (kind * postings.rarity * Math.min(count, 1.5)) / RARITY_STEPS })
  }
  return weighed
}

/** What the characters that no item has would be worth: nobody explains them, so that the explained share falls. */
function unknownWorth(snapshot: Snapshot, grams: ReadonlyMap<Gram, number>): number {
  let unknown = 0
  for (const gram of grams.keys()) if (isSingle(gram) && postingsOf(snapshot, gram).rarity === 0) unknown++
  return (unknown * WEIGHTS.single * rarity(0, snapshot.itemCount)) / RARITY_STEPS
}

/** Adds the grams' worth to the items that have them; gives back what an item with all of them would get. */
function addGrams(grams: readonly WeightedGram[], scores: Float32Array, touched: number[]): number {
  let possible = 0
  for (const { postings, worth } of grams) {
    const { items, weights } = postings
    possible += worth
    for (let i = 0; i < items.length; i++) {
      const item = items[i]
      if (scores[item] === 0) touched.push(item)
      scores[item] += worth * SATURATED[weights[i]]
    }
  }
  return possible
}

/** Adds a span to the scores; gives back the most that it could bring. */
function addSpan(snapshot: Snapshot, text: string, span: Span, touched: number[]): number {
  const { scores, spanScores } = snapshot
  const reached: number[] = []
  let possible = addGrams(weighGrams(snapshot, countGrams(text.slice(span.ownStart, span.end))), spanScores, reached)
  for (const meaning of span.meanings) possible = Math.max(possible, addMeaning(snapshot, span, meaning, reached))
  for (const item of reached) {
    if (scores[item] === 0 && spanScores[item] > 0) touched.push(item)
    scores[item] += spanScores[item]
    spanScores[item] = 0
  }
  return possible
}

/** Raises the span's scores to what one meaning gives, where that is more; gives back the meaning's cap. */
function addMeaning(snapshot: Snapshot, span: Span, meaning: SpanMeaning, reached: number[]): number {
  const { spanScores, meaningScores } = snapshot
  const items: number[] = []
  const total = addGrams(meaningGrams(snapshot, meaning), meaningScores, items)
  const cap = Math.min(total, WEIGHTS.meaningCapBase + WEIGHTS.meaningCapPerCharacter * (span.end - span.start))
  for (const item of items) {
    const share = Math.min(1.3, meaningScores[item] / (total || 1))
    meaningScores[item] = 0
    const score = span.weight * meaning.weight * WEIGHTS.lexicon * cap * share ** WEIGHTS.meaningExponent
    if (score > spanScores[item]) {
      if (spanScores[item] === 0) reached.push(item)
      spanScores[item] = score
    }
  }
  return cap
}

/** Weighed grams of a meaning, kept from question to question. */
function meaningGrams(snapshot: Snapshot, { number, text }: SpanMeaning): readonly WeightedGram[] {
  const known = snapshot.derive('meaningGrams', () => new Map<number, readonly WeightedGram[]>())
  let grams = known.get(number)
  if (!grams) known.set(number, (grams = weighGrams(snapshot, countGrams(text))))
  return grams
}
