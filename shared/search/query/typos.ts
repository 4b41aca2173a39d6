import { isHan } from '../analysis/characters'
import { homophones } from '../pinyin/syllables'
import { LARGE_CATALOGUE } from '../snapshot/layout'
import { longestWordAt, wordsBeginning } from '../snapshot/lexicon'
import type { Snapshot } from '../snapshot/snapshot'
import { scanSounds } from './sound-scan'
import type { SoundSlot } from './sound-slots'
import { vocabularyOf, type Vocabulary } from './vocabulary'

/** Doubtful places looked into in one question. */
const MOST_DOUBTS = 6
/** Votes for standing in known pairs with both neighbours. */
const BOTH_SIDES = 1000
/** Length of a word without its last character, for it to be recognised. */
const SHORTEST_STUMP = 3
const LONGEST_STUMP = 6
/** Share of a stump's occurrences that the same character follows, for it to be incomplete without. */
const ALWAYS = 0.8
/** Occurrences that a pair needs to put a character right with nothing else to support it. */
const FREQUENT = 6

/** Never put in: they would turn what was said into its contrary. */
const NEGATIONS = '不没未无非'

const typed = (unit: number): SoundSlot => ({ characters: [unit], vagueness: 0 })

/**
 * The question with slips put right, likeliest first; none when there is no slip to see. A character is doubted only when no pair it stands
 * in is known to the catalogue or lexicon, a gap when its pair is not; what replaces it must stand with its neighbours in a name or
 * lexicon word. Edit distance on Han characters without such proof does more harm than good. Of two doubtful neighbours either may be the
 * wrong one (书电: 输电 or 书店), so each is left once.
 */
export function correctTypos(snapshot: Snapshot, text: string): string[] {
  const corrected = [correct(snapshot, text, 0), correct(snapshot, text, 1), correct(snapshot, text, 2)]
  return corrected.filter((it, i) => it !== text && corrected.indexOf(it) === i)
}

/** @param leave how many doubtful characters to leave as they are, from the first on */
function correct(snapshot: Snapshot, text: string, leave: number): string {
  const vocabulary = vocabularyOf(snapshot)
  let units = dropRepeated(vocabulary, Array.from(text, (character) => character.charCodeAt(0)))
  for (let i = 0, doubts = 0; i < units.length && doubts < MOST_DOUBTS; i++) {
    if (!isHan(units[i])) continue
    const left = i > 0 && isHan(units[i - 1])
    const right = i + 1 < units.length && isHan(units[i + 1])
    if ((left || right) && !known(vocabulary, units, i - 1) && !known(vocabulary, units, i)) {
      doubts++
      const better = homophoneAt(snapshot, vocabulary, units, i)
      if (better && --leave < 0) units[i] = better
    }
    if (right && !known(vocabulary, units, i)) {
      doubts++
      const missing = missingAfter(snapshot, vocabulary, units, i)
      if (missing) units = [...units.slice(0, i + 1), missing, ...units.slice(i + 1)]
    }
    if (left && !right) {
      const missing = missingAtEnd(snapshot, units, i)
      if (missing) units = [...units.slice(0, i + 1), missing, ...units.slice(i + 1)]
    }
  }
  return String.fromCharCode(...units)
}

/** Whether positions `at` and `at + 1` hold a pair that the catalogue or lexicon has. */
const known = (vocabulary: Vocabulary, units: readonly number[], at: number): boolean =>
  at >= 0 && at + 1 < units.length && vocabulary.count(units[at], units[at + 1]) > 0

/** Takes out a character typed twice, where no known word repeats it. */
const dropRepeated = (vocabulary: Vocabulary, units: readonly number[]): number[] =>
  units.filter((unit, i) => i === 0 || unit !== units[i - 1] || !isHan(unit) || vocabulary.count(unit, unit) > 0)

/** The homophone for position `i` that stands with its neighbours in a known text, or makes a frequent pair; best first both sides. */
function homophoneAt(snapshot: Snapshot, vocabulary: Vocabulary, units: readonly number[], i: number): number | undefined {
  const alike = homophones(units[i]).filter((unit) => vocabulary.has(unit))
  if (alike.length === 0) return undefined
  const slots = units.map(typed)
  slots[i] = { characters: alike, vagueness: 1 }
  const votes = new Map<number, number>()
  const fits = (other: number): boolean => (i > 0 && vocabulary.count(units[i - 1], other) > 0) || (i + 1 < units.length && vocabulary.count(other, units[i + 1]) > 0)
  if (!alike.some(fits)) return undefined
  for (const start of [i - 2, i - 1, i]) vote(snapshot, slots, start, 3, i - start, votes)
  for (const other of alike) {
    const before = i > 0 ? vocabulary.count(units[i - 1], other) : 0
    const after = i + 1 < units.length ? vocabulary.count(other, units[i + 1]) : 0
    if (before > 0 && after > 0) votes.set(other, (votes.get(other) || 0) + BOTH_SIDES)
    else if (!votes.has(other) && before + after >= FREQUENT) votes.set(other, before + after)
  }
  if (votes.size === 0) for (const [start, length] of [[i - 1, 2], [i, 2], [i - 2, 3], [i - 1, 3], [i, 3]]) vote(snapshot, slots, start, length, i - start, votes, true)
  return mostVoted(votes)
}

/**
 * The character missing between `i` and `i + 1`: with it and one more neighbour the stretch stands in a known text, or the three are a whole
 * word (社卡: 社保卡) of which nothing else makes sense.
 */
function missingAfter(snapshot: Snapshot, vocabulary: Vocabulary, units: readonly number[], i: number): number | undefined {
  const slots = [...units.slice(0, i + 1).map(typed), ANYTHING, ...units.slice(i + 1).map(typed)]
  const votes = new Map<number, number>()
  if (known(vocabulary, units, i - 1)) vote(snapshot, slots, i - 1, 4, 2, votes)
  if (known(vocabulary, units, i + 1)) vote(snapshot, slots, i, 4, 1, votes)
  const alone = !isHan(units[i - 1] || 0) && !isHan(units[i + 2] || 0)
  if (votes.size === 0 && alone) vote(snapshot, slots, i, 3, 1, votes)
  if (votes.size === 0 && !known(vocabulary, units, i - 1) && !known(vocabulary, units, i + 1)) vote(snapshot, slots, i, 3, 1, votes, true)
  for (const no of NEGATIONS) votes.delete(no.charCodeAt(0))
  return mostVoted(votes)
}

/** The character missing after the last one of a run: the run ends with a lexicon word but for its last character. */
function missingAtEnd(snapshot: Snapshot, units: readonly number[], i: number): number | undefined {
  for (let length = LONGEST_STUMP; length >= SHORTEST_STUMP; length--) {
    const stump = units.slice(Math.max(0, i + 1 - length), i + 1)
    if (stump.length < length || !stump.every(isHan)) continue
    const text = String.fromCharCode(...stump)
    if (longestWordAt(snapshot, text, 0) === length) return undefined
    const whole = wordsBeginning(snapshot, text).find((word) => word.length === length + 1)
    if (whole) return mayEndHere(snapshot, stump, whole.charCodeAt(length)) ? undefined : whole.charCodeAt(length)
  }
  return undefined
}

/** Whether these characters are a whole text, or stand in a name with something else after them than `next`: then nothing is missing. */
function mayEndHere(snapshot: Snapshot, units: readonly number[], next: number): boolean {
  const stump = units.map(typed)
  const all = scanSounds(snapshot, stump).find(({ whole, named }) => whole || named)
  if (!all || all.whole) return all !== undefined
  const followed = scanSounds(snapshot, [...stump, { characters: [next], vagueness: 0 }]).reduce((sum, { count }) => sum + count, 0)
  return followed < all.count * ALWAYS
}

/** Any character at all. */
const ANYTHING: SoundSlot = { characters: 'any', vagueness: 2 }

/** Counts, for each character at `position` of the stretch, how often the stretch stands in the catalogue or lexicon. */
function vote(snapshot: Snapshot, slots: readonly SoundSlot[], start: number, length: number, position: number, votes: Map<number, number>, wholeOnly = false): void {
  const stretch = slots.slice(Math.max(0, start), start + length)
  if (start < 0 || stretch.length < length || !stretch.every(({ characters }) => characters === 'any' || isHan(characters[0]))) return
  for (const { text, count, whole } of scanSounds(snapshot, stretch, snapshot.itemCount < LARGE_CATALOGUE)) {
    if (wholeOnly && !whole) continue
    const unit = text.charCodeAt(position)
    votes.set(unit, (votes.get(unit) || 0) + count)
  }
}

function mostVoted(votes: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined
  for (const [unit, count] of votes) if (best === undefined || count > votes.get(best)! || (count === votes.get(best) && unit < best)) best = unit
  return best
}
