import { ACTION_WORDS } from '../analysis/actions'
import { countGrams, isSingle, pair, type Gram } from '../analysis/grams'
import { rarity, RARITY_STEPS } from '../analysis/rarity'
import { LARGE_CATALOGUE } from '../snapshot/layout'
import { postingsOf, raritiesOf, type GramPostings } from '../snapshot/postings'
import type { Snapshot } from '../snapshot/snapshot'
import type { Failures } from './filter'
import type { Question } from './question'
import type { Span, SpanMeaning } from './spans'
import { FREQUENT_RARITY, WEIGHTS } from './weights'

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

/** What shares anything with a question: the candidates for reranking, among them the best, and the numbers of the others. */
export interface Retrieved {
  readonly candidates: Candidate[]
  readonly others: number[]
}

/**
 * Scores every item that shares a gram or a meaning with the question. A lexicon span counts as the best of its own words and its
 * meanings, never as their sum.
 * @param failures items that filters leave out
 * @param depth how many of the best are wanted; none: all
 */
export function retrieve(snapshot: Snapshot, question: Question, failures?: Failures, depth = Infinity): Retrieved {
  const { scores, data } = snapshot
  const touched: number[] = []
  const unknown = unknownWorth(snapshot, question.rest)
  let possible = addQuestion(snapshot, question, snapshot.itemCount < LARGE_CATALOGUE, touched)
  if (touched.length === 0) possible = addQuestion(snapshot, question, true, touched)
  const passing: number[] = []
  for (const item of touched) {
    if (failures && failures[item] !== 0) scores[item] = 0
    if (scores[item] === 0) continue
    scores[item] /= 1 - WEIGHTS.massPart + (WEIGHTS.massPart * data.masses[item]) / 32
    passing.push(item)
  }
  const least = leastScore(scores, passing, depth)
  const candidates: Candidate[] = []
  const others: number[] = []
  for (const item of passing) {
    const score = scores[item]
    if (score >= least) candidates.push({ item, score, explained: Math.min(1, score / (possible + unknown || 1)) })
    else others.push(item)
    scores[item] = 0
  }
  return { candidates, others }
}

/** Adds all of the question to the scores; gives back what an item that has everything would get. */
function addQuestion(snapshot: Snapshot, question: Question, frequentToo: boolean, touched: number[]): number {
  let possible = addGrams(weighGrams(snapshot, question.rest, frequentToo), snapshot.scores, touched)
  for (const span of question.spans) possible += addSpan(snapshot, question.text, span, frequentToo, touched)
  return possible
}

const BINS = 256
const bins = new Uint32Array(BINS)

/** A score that at least `depth` items reach, close to the best such: read off a histogram, so that most items need no sorting. */
function leastScore(scores: Float32Array, items: readonly number[], depth: number): number {
  if (items.length <= depth * 2) return 0
  let most = 0
  for (const item of items) if (scores[item] > most) most = scores[item]
  bins.fill(0)
  for (const item of items) bins[Math.floor((scores[item] / most) * (BINS - 1))]++
  let reached = 0
  let bin = BINS
  while (bin > 0 && reached < depth) reached += bins[--bin]
  // A little below the bin's edge, against rounding.
  return (most * (bin - 0.001)) / (BINS - 1)
}

/** A gram of the question that the catalogue has: where, and what one plain occurrence is worth. */
interface WeightedGram {
  readonly postings: GramPostings
  readonly worth: number
}

/** Looks grams up and weighs them: rarity, single characters and action words less, repetition a little more. */
function weighGrams(snapshot: Snapshot, grams: ReadonlyMap<Gram, number>, frequentToo: boolean): WeightedGram[] {
  const rarities = raritiesOf(snapshot)
  const weighed: WeightedGram[] = []
  for (const [gram, count] of grams) {
    if (!frequentToo && isSingle(gram) && rarities[gram] < FREQUENT_RARITY) continue
    const postings = postingsOf(snapshot, gram)
    if (postings.rarity === 0 || (!frequentToo && ACTION_PAIRS.has(gram) && postings.rarity < FREQUENT_RARITY)) continue
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
    const { list } = postings
    possible += worth
    for (let i = 0; i < list.length; i++) {
      const item = list[i] >>> 8
      if (scores[item] === 0) touched.push(item)
      scores[item] += worth * SATURATED[list[i] & 255]
    }
  }
  return possible
}

/** Adds a span to the scores; gives back the most that it could bring. */
function addSpan(snapshot: Snapshot, text: string, span: Span, frequentToo: boolean, touched: number[]): number {
  const { scores, spanScores } = snapshot
  const reached: number[] = []
  let possible = addGrams(weighGrams(snapshot, countGrams(text.slice(span.ownStart, span.end)), frequentToo), spanScores, reached)
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
    // Squared by hand: the power operator may differ in the last bit from engine to engine.
    const score = span.weight * meaning.weight * WEIGHTS.lexicon * cap * share * share
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
  if (!grams) known.set(number, (grams = weighGrams(snapshot, countGrams(text), snapshot.itemCount < LARGE_CATALOGUE)))
  return grams
}
