import { ACTION_WORDS } from '../analysis/actions'
import { countGrams, isSingle, pair, type Gram } from '../analysis/grams'
import { rarity, RARITY_STEPS } from '../analysis/rarity'
import { LARGE_CATALOGUE } from '../snapshot/layout'
import { postingsOf, raritiesOf, type GramPostings } from '../snapshot/postings'
import type { Snapshot } from '../snapshot/snapshot'
import type { Failures } from './filter'
import type { Question } from './question'
import type { Span, SpanMeaning } from './spans'
import { talliesOf, type Matches, type Tallies, type Tally } from './tally'
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

/** What an item's score is divided by, for each mass byte of its name (32nds of the average). */
const MASS_DIVISORS = Float64Array.from({ length: 256 }, (_, mass) => 1 - WEIGHTS.massPart + (WEIGHTS.massPart * mass) / 32)

/**
 * Scores every item that shares a gram or a meaning with the question; gives back the best, in no order. A lexicon span counts as the best of
 * its own words and its meanings, never as their sum.
 * @param failures items that filters leave out
 * @param depth how many of the best are wanted at least; none: all
 * @param matches is told all items that match
 */
export function retrieve(snapshot: Snapshot, question: Question, failures?: Failures, depth = Infinity, matches?: Matches): Candidate[] {
  const tallies = talliesOf(snapshot)
  const { scores, items } = tallies.question
  const { masses } = snapshot.data
  const unknown = unknownWorth(snapshot, question.rest)
  let possible = addQuestion(snapshot, question, snapshot.itemCount < LARGE_CATALOGUE, tallies)
  if (tallies.question.size === 0) possible = addQuestion(snapshot, question, true, tallies)
  const { size } = tallies.question
  let passing = 0
  let most = 0
  for (let i = 0; i < size; i++) {
    const item = items[i]
    if (failures && failures[item] !== 0) {
      scores[item] = 0
      continue
    }
    matches?.add(item)
    items[passing++] = item
    scores[item] /= MASS_DIVISORS[masses[item]]
    if (scores[item] > most) most = scores[item]
  }
  const least = leastScore(scores, items, passing, most, depth)
  const candidates: Candidate[] = []
  for (let i = 0; i < passing; i++) {
    const item = items[i]
    const score = scores[item]
    if (score >= least) candidates.push({ item, score, explained: Math.min(1, score / (possible + unknown || 1)) })
    scores[item] = 0
  }
  tallies.question.size = 0
  return candidates
}

/** Adds all of the question to its tally; gives back what an item that has everything would get. */
function addQuestion(snapshot: Snapshot, question: Question, frequentToo: boolean, tallies: Tallies): number {
  let possible = addGrams(weighGrams(snapshot, question.rest, frequentToo), tallies.question)
  for (const span of question.spans) possible += addSpan(snapshot, question.text, span, frequentToo, tallies)
  return possible
}

const BINS = 256
const bins = new Uint32Array(BINS)

/**
 * A score that at least `depth` of the first `count` items reach, close to the best such: read off a histogram, so that most items need no
 * sorting.
 * @param most the highest score
 */
function leastScore(scores: Float32Array, items: Uint32Array, count: number, most: number, depth: number): number {
  if (count <= depth * 2) return 0
  bins.fill(0)
  for (let i = 0; i < count; i++) bins[((scores[items[i]] / most) * (BINS - 1)) | 0]++
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
function addGrams(grams: readonly WeightedGram[], tally: Tally): number {
  const { scores, items } = tally
  let { size } = tally
  let possible = 0
  for (const { postings: { list }, worth } of grams) {
    possible += worth
    for (let i = 0; i < list.length; i++) {
      const item = list[i] >>> 8
      const before = scores[item]
      if (before === 0) items[size++] = item
      scores[item] = before + worth * SATURATED[list[i] & 255]
    }
  }
  tally.size = size
  return possible
}

/** Adds a span to the question's tally; gives back the most that it could bring. */
function addSpan(snapshot: Snapshot, text: string, span: Span, frequentToo: boolean, tallies: Tallies): number {
  const own = tallies.span
  let possible = addGrams(weighGrams(snapshot, countGrams(text.slice(span.ownStart, span.end)), frequentToo), own)
  for (const meaning of span.meanings) possible = Math.max(possible, addMeaning(snapshot, span, meaning, tallies))
  const { scores, items } = tallies.question
  let { size } = tallies.question
  for (let i = 0; i < own.size; i++) {
    const item = own.items[i]
    const before = scores[item]
    if (before === 0) items[size++] = item
    scores[item] = before + own.scores[item]
    own.scores[item] = 0
  }
  tallies.question.size = size
  own.size = 0
  return possible
}

/** Raises the span's scores to what one meaning gives, where that is more; gives back the meaning's cap. */
function addMeaning(snapshot: Snapshot, span: Span, meaning: SpanMeaning, tallies: Tallies): number {
  const own = tallies.meaning
  const total = addGrams(meaningGrams(snapshot, meaning), own)
  const cap = Math.min(total, WEIGHTS.meaningCapBase + WEIGHTS.meaningCapPerCharacter * (span.end - span.start))
  const most = span.weight * meaning.weight * WEIGHTS.lexicon * cap
  const { scores, items } = tallies.span
  let { size } = tallies.span
  for (let i = 0; i < own.size; i++) {
    const item = own.items[i]
    const share = Math.min(1.3, own.scores[item] / total)
    own.scores[item] = 0
    // Squared by hand: the power operator may differ in the last bit from engine to engine.
    const score = most * share * share
    const before = scores[item]
    if (score > before) {
      if (before === 0) items[size++] = item
      scores[item] = score
    }
  }
  tallies.span.size = size
  own.size = 0
  return cap
}

/** Weighed grams of a meaning, kept from question to question. */
function meaningGrams(snapshot: Snapshot, { number, text }: SpanMeaning): readonly WeightedGram[] {
  const known = snapshot.derive('meaningGrams', () => new Map<number, readonly WeightedGram[]>())
  let grams = known.get(number)
  if (!grams) known.set(number, (grams = weighGrams(snapshot, countGrams(text), snapshot.itemCount < LARGE_CATALOGUE)))
  return grams
}
