import { ACTION_WORDS } from '../analysis/actions'
import { isHan } from '../analysis/characters'
import { countGrams, isSingle } from '../analysis/grams'
import { postingsOf } from '../snapshot/postings'
import { runCount, runLength, textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import { likeliness, type SoundMatch } from './sound-scan'
import type { SoundSlot } from './sound-slots'
import { meaningsOf } from './spans'
import { talliesOf, type Tally } from './tally'
import { vocabularyOf } from './vocabulary'

/** Characters that sound like a question, with points for how likely they are meant. */
export interface SoundGuess {
  readonly text: string
  readonly points: number
}

/** Sounds of a question that may be several words, and of one of its words. */
const LONGEST_JOINED = 10
const LONGEST_WORD = 5
/** Words kept for one stretch of sounds, and beginnings of the question kept at each sound. */
const WORDS_KEPT = 12
const BEAM = 8
/** A pair of names is a word too when it occurs so often. */
const OFTEN = 6
/** Verbs that people put before words or between them: 补身份证, 租房提公积金. */
const VERBS = '办补换领查交提退改转开考报租买卖住'
/** What it costs to read a question as several words at all, each word after the first, a verb. */
const JOINED_COST = 20
const WORD_COST = 8
const VERB_COST = 12
/** What words bring when one item answers all of them. */
const TOGETHER_POINTS = 40
/** A word reaches the items that have at least this share of its pairs. */
const LEAST_SHARE = 0.4
/** Rarity (20ths) of a pair that no name has. */
const NOWHERE_RARITY = 100
/** Words whose items are kept. */
const MOST_KEPT = 400

/** The items that a word reaches, ascending; for each the share of the word, or of one of its meanings, that the item's name has; and the largest share. */
interface Reach {
  readonly items: Uint32Array
  readonly shares: Float64Array
  readonly most: number
}

/** A beginning of the question that is read. */
interface Path extends SoundGuess {
  /** Sum of the words' points. */
  readonly sum: number
  readonly words: number
  readonly verbs: number
  /** By item, the sum of the words' shares; none while only a verb was read. */
  readonly reach?: Reach
}

/**
 * Whole words, aliases and frequent stretches side by side that sound like the question, at most one verb among them; most points first.
 * Letters leave much open, the catalogue little: only words that one item answers together are joined (教资 and 认定, not 居住 and 认定).
 */
export function joinWords(snapshot: Snapshot, slots: readonly SoundSlot[]): SoundGuess[] {
  if (slots.length < 3 || slots.length > LONGEST_JOINED) return []
  return withMasks(slots, () => readPaths(snapshot, slots))
}

/** The best ways to read all of the slots. */
function readPaths(snapshot: Snapshot, slots: readonly SoundSlot[]): Path[] {
  const open = slots.some(({ vagueness }) => vagueness === 2)
  const paths: Path[][] = Array.from({ length: slots.length + 1 }, () => [])
  paths[0].push({ text: '', points: 0, sum: 0, words: 0, verbs: 0 })
  for (let at = 0; at < slots.length; at++) {
    if (paths[at].length === 0) continue
    if (at + 1 < slots.length) for (const verb of verbsAt(slots[at])) for (const path of paths[at]) if (path.verbs === 0) keepBest(paths[at + 1], withVerb(path, verb), BEAM)
    for (let end = at + 2; end <= Math.min(slots.length, at + LONGEST_WORD); end++) {
      // The question as one word is no joining.
      if (end - at === slots.length) continue
      for (const word of wordsAt(snapshot, slots, at, end)) {
        for (const path of paths[at]) {
          const longer = mayBeKept(paths[end], path, word) && withWord(path, word, reachOf(snapshot, word.text), open)
          if (longer) keepBest(paths[end], longer, BEAM)
        }
      }
    }
  }
  return paths[slots.length]
}

/** Puts a guess among the best, most points first; when there are more than `most`, the last one falls out. */
export function keepBest<T extends SoundGuess>(best: T[], guess: T, most: number): void {
  let at = best.length
  while (at > 0 && byPoints(guess, best[at - 1]) < 0) at--
  best.splice(at, 0, guess)
  if (best.length > most) best.pop()
}

/** Whether a path with one more word can be among the best at all, even if an item answers the whole word: else its items need not be gathered. */
function mayBeKept(paths: readonly Path[], path: Path, word: SoundGuess): boolean {
  if (paths.length < BEAM) return true
  return pointsOf(path.sum + word.points, path.words + 1, path.verbs, (path.reach ? path.reach.most : 0) + 1) >= paths[BEAM - 1].points
}

/** Points of a stretch that is the whole question, when they are at least so many; else undefined. */
export function stretchPoints(snapshot: Snapshot, match: SoundMatch, least: number): number | undefined {
  const likely = likeliness(match)
  if (pointsOf(likely, 1, 0, 1) < least) return undefined
  return pointsOf(likely, 1, 0, reachOf(snapshot, match.text).most)
}

const verbsAt = ({ characters }: SoundSlot): string[] => (characters === 'any' ? [] : [...VERBS].filter((verb) => characters.includes(verb.charCodeAt(0))))

/** By character: bit k is set when it may stand at sound k. Scratch, all zero between questions. */
const masks = new Int32Array(0xa000)

/** Runs `use` while `masks` is filled for the slots. */
function withMasks<T>(slots: readonly SoundSlot[], use: () => T): T {
  const fill = (value: (unit: number, bit: number) => number): void =>
    slots.forEach(({ characters }, k) => characters !== 'any' && characters.forEach((unit) => (masks[unit] = value(unit, 1 << k))))
  fill((unit, bit) => masks[unit] | bit)
  const result = use()
  fill(() => 0)
  return result
}

/** The words that sound like the slots from `start` to `end`, likeliest first. */
function wordsAt(snapshot: Snapshot, slots: readonly SoundSlot[], start: number, end: number): SoundGuess[] {
  const { characters } = slots[start]
  if (characters === 'any') return []
  const joinable = joinableOf(snapshot)
  const words: SoundGuess[] = []
  for (const first of characters) for (const word of joinable.get(first) || []) if (word.text.length === end - start && standsAt(word.text, start)) keepBest(words, word, WORDS_KEPT)
  return words
}

function standsAt(text: string, start: number): boolean {
  for (let i = 1; i < text.length; i++) if (!(masks[text.charCodeAt(i)] & (1 << (start + i)))) return false
  return true
}

/** Lexicon words, aliases, actions and frequent pairs of names by their first character; gathered when letters are first typed. */
function joinableOf(snapshot: Snapshot): ReadonlyMap<number, readonly SoundGuess[]> {
  return snapshot.derive('joinable', () => {
    const vocabulary = vocabularyOf(snapshot)
    const known = new Map<string, SoundGuess>()
    const add = (text: string, whole: boolean): void => {
      if (text.length < 2 || text.length > LONGEST_WORD || known.has(text) || ![...text].every((character) => isHan(character.charCodeAt(0)))) return
      let count = Infinity
      for (let i = 0; i + 1 < text.length; i++) count = Math.min(count, vocabulary.count(text.charCodeAt(i), text.charCodeAt(i + 1)))
      if (count > 0) known.set(text, { text, points: likeliness({ text, count, whole, named: false }) })
    }
    for (const texts of [snapshot.data.words, snapshot.data.aliases]) for (let i = 0; i < runCount(texts); i++) if (runLength(texts, i) <= LONGEST_WORD) add(textAt(texts, i), true)
    for (const word of ACTION_WORDS) add(word, true)
    vocabulary.eachPair(OFTEN, (first, second) => add(String.fromCharCode(first, second), false))
    const byFirst = new Map<number, SoundGuess[]>()
    for (const word of known.values()) {
      const same = byFirst.get(word.text.charCodeAt(0))
      if (same) same.push(word)
      else byFirst.set(word.text.charCodeAt(0), [word])
    }
    return byFirst
  })
}

const withVerb = ({ text, sum, words, reach }: Path, verb: string): Path => ({ text: text + verb, points: reach ? pointsOf(sum, words, 1, reach.most) : 0, sum, words, verbs: 1, reach })

/** The path with one more word; of letters that leave much open none when no item answers both. */
function withWord({ text, sum, words, verbs, reach }: Path, word: SoundGuess, reached: Reach, open: boolean): Path | undefined {
  let together = reached
  if (reach) {
    together = inBoth(reach, reached)
    if (together.items.length === 0) {
      if (open) return undefined
      together = inEither(reach, reached)
    }
  }
  const all = sum + word.points
  return { text: text + word.text, points: pointsOf(all, words + 1, verbs, together.most), sum: all, words: words + 1, verbs, reach: together }
}

/** Points of a path: the mean of its words', and what they bring together. */
const pointsOf = (sum: number, words: number, verbs: number, most: number): number =>
  (sum + TOGETHER_POINTS * most) / words - (words > 1 || verbs > 0 ? JOINED_COST : 0) - WORD_COST * (words - 1) - VERB_COST * verbs

const byPoints = (a: SoundGuess, b: SoundGuess): number => b.points - a.points || (a.text < b.text ? -1 : 1)

/** Items that both reach, with the sums of their shares. */
function inBoth(a: Reach, b: Reach): Reach {
  const room = Math.min(a.items.length, b.items.length)
  const items = new Uint32Array(room)
  const shares = new Float64Array(room)
  let size = 0
  let most = 0
  for (let i = 0, j = 0; i < a.items.length && j < b.items.length; ) {
    const item = a.items[i]
    const other = b.items[j]
    if (item === other) {
      items[size] = item
      shares[size] = a.shares[i++] + b.shares[j++]
      most = Math.max(most, shares[size++])
    } else if (item < other) i++
    else j++
  }
  return { items: items.subarray(0, size), shares: shares.subarray(0, size), most }
}

/** Items that one of two reaches without a common item reaches. */
function inEither(a: Reach, b: Reach): Reach {
  const items = new Uint32Array(a.items.length + b.items.length)
  const shares = new Float64Array(items.length)
  for (let i = 0, j = 0, at = 0; at < items.length; at++) {
    const first = j === b.items.length || (i < a.items.length && a.items[i] < b.items[j])
    items[at] = first ? a.items[i] : b.items[j]
    shares[at] = first ? a.shares[i++] : b.shares[j++]
  }
  return { items, shares, most: Math.max(a.most, b.most) }
}

/** The items that a word, or a meaning of it, reaches; kept for the next key press. */
function reachOf(snapshot: Snapshot, word: string): Reach {
  const kept = snapshot.derive('reach', () => new Map<string, Reach>())
  const known = kept.get(word)
  if (known) return known
  const { question, span } = talliesOf(snapshot)
  raiseShares(snapshot, word, 1, question, span)
  for (const { text, weight } of meaningsOf(snapshot, word)) raiseShares(snapshot, text, weight, question, span)
  const items = question.items.slice(0, question.size).sort()
  question.size = 0
  let most = 0
  const shares = Float64Array.from(items, (item) => {
    const share = question.scores[item]
    question.scores[item] = 0
    if (share > most) most = share
    return share
  })
  const reach = { items, shares, most }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(word, reach)
  return reach
}

/** Raises the shares of the items that have enough of a text to what they have of it; `scratch` is empty before and after. */
function raiseShares(snapshot: Snapshot, text: string, weight: number, shares: Tally, scratch: Tally): void {
  let mass = 0
  for (const gram of countGrams(text).keys()) {
    if (isSingle(gram)) continue
    const { list, rarity } = postingsOf(snapshot, gram)
    mass += rarity || NOWHERE_RARITY
    for (let i = 0; i < list.length; i++) {
      const item = list[i] >>> 8
      if (scratch.scores[item] === 0) scratch.items[scratch.size++] = item
      scratch.scores[item] += rarity
    }
  }
  for (let i = 0; i < scratch.size; i++) {
    const item = scratch.items[i]
    const share = (scratch.scores[item] * weight) / mass
    scratch.scores[item] = 0
    if (share < LEAST_SHARE || share <= shares.scores[item]) continue
    if (shares.scores[item] === 0) shares.items[shares.size++] = item
    shares.scores[item] = share
  }
  scratch.size = 0
}
