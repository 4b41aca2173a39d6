import { ACTION_WORDS } from '../analysis/actions'
import { isHan } from '../analysis/characters'
import { countGrams, isSingle } from '../analysis/grams'
import { postingsOf } from '../snapshot/postings'
import { runCount, runLength, textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import { likeliness, type SoundMatch } from './sound-scan'
import type { SoundSlot } from './sound-slots'
import { meaningsOf } from './spans'
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
/** Words whose items are kept. */
const MOST_KEPT = 400

/** For each item that a word reaches: the share of the word, or of one of its meanings, that the item's name has. */
type Reach = ReadonlyMap<number, number>

/** A beginning of the question that is read. */
interface Path extends SoundGuess {
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
  return withMasks(slots, () => readPaths(snapshot, slots)).map((path) => ({ text: path.text, points: pointsOf(path) }))
}

/** The best ways to read all of the slots. */
function readPaths(snapshot: Snapshot, slots: readonly SoundSlot[]): Path[] {
  const open = slots.some(({ vagueness }) => vagueness === 2)
  const paths: Path[][] = Array.from({ length: slots.length + 1 }, () => [])
  paths[0].push({ text: '', points: 0, words: 0, verbs: 0 })
  for (let at = 0; at < slots.length; at++) {
    const before = best(paths[at])
    if (before.length === 0) continue
    if (at + 1 < slots.length) for (const verb of verbsAt(slots[at])) for (const path of before) if (path.verbs === 0) paths[at + 1].push({ ...path, text: path.text + verb, verbs: 1 })
    for (let end = at + 2; end <= Math.min(slots.length, at + LONGEST_WORD); end++) {
      // The question as one word is no joining.
      if (end - at === slots.length) continue
      for (const word of wordsAt(snapshot, slots, at, end)) paths[end].push(...before.flatMap((path) => withWord(path, word, reachOf(snapshot, word.text), open)))
    }
  }
  return best(paths[slots.length])
}

/** Points of a stretch that is the whole question. */
export const stretchPoints = (snapshot: Snapshot, match: SoundMatch): number =>
  pointsOf({ text: match.text, points: likeliness(match), words: 1, verbs: 0, reach: reachOf(snapshot, match.text) })

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
  for (const first of characters) for (const word of joinable.get(first) || []) if (word.text.length === end - start && standsAt(word.text, start)) words.push(word)
  return words.sort(byPoints).slice(0, WORDS_KEPT)
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

/** The path with one more word; of letters that leave much open none when no item answers both. */
function withWord(path: Path, word: SoundGuess, reach: Reach, open: boolean): Path[] {
  const next = { text: path.text + word.text, points: path.points + word.points, words: path.words + 1, verbs: path.verbs }
  if (!path.reach) return [{ ...next, reach }]
  const both = new Map<number, number>()
  for (const [item, share] of reach) if (path.reach.has(item)) both.set(item, path.reach.get(item)! + share)
  if (both.size > 0) return [{ ...next, reach: both }]
  return open ? [] : [{ ...next, reach: new Map([...path.reach, ...reach]) }]
}

/** Points of a path: the mean of its words', and what they bring together. */
function pointsOf({ points, words, verbs, reach }: Path): number {
  if (!reach) return 0
  let most = 0
  for (const share of reach.values()) if (share > most) most = share
  return (points + TOGETHER_POINTS * most) / words - (words > 1 || verbs > 0 ? JOINED_COST : 0) - WORD_COST * (words - 1) - VERB_COST * verbs
}

const byPoints = (a: SoundGuess, b: SoundGuess): number => b.points - a.points || (a.text < b.text ? -1 : 1)

const best = (paths: readonly Path[]): Path[] =>
  paths.map((path) => ({ text: path.text, points: pointsOf(path), path })).sort(byPoints).slice(0, BEAM).map(({ path }) => path)

/** The items that a word, or a meaning of it, reaches; kept for the next key press. */
function reachOf(snapshot: Snapshot, word: string): Reach {
  const kept = snapshot.derive('reach', () => new Map<string, Reach>())
  const known = kept.get(word)
  if (known) return known
  const reach = new Map<number, number>()
  for (const { text, weight } of [{ text: word, weight: 1 }, ...meaningsOf(snapshot, word)]) {
    const pairs = [...countGrams(text).keys()].filter((gram) => !isSingle(gram)).map((gram) => postingsOf(snapshot, gram))
    const mass = pairs.reduce((sum, { rarity }) => sum + (rarity || NOWHERE_RARITY), 0)
    const met = new Map<number, number>()
    for (const { list, rarity } of pairs) for (const posting of list) met.set(posting >>> 8, (met.get(posting >>> 8) || 0) + rarity)
    for (const [item, sum] of met) {
      const share = (sum * weight) / mass
      if (share >= LEAST_SHARE && share > (reach.get(item) || 0)) reach.set(item, share)
    }
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(word, reach)
  return reach
}

/** Rarity (20ths) of a pair that no name has. */
const NOWHERE_RARITY = 100
