import { fold } from '../analysis/fold'
import { stripNoise } from '../analysis/noise'
import type { Snapshot } from '../snapshot/snapshot'
import { scanSounds, type SoundMatch } from './sound-scan'
import { soundReadings, type SoundSlot } from './sound-slots'
import { spellSounds } from './spelling'
import { correctTypos } from './typos'
import { vocabularyOf } from './vocabulary'

/** One way to read what was typed. */
export interface Reading {
  readonly text: string
  /** 1 as typed, less for a guess. */
  readonly weight: number
}

/** Readings of letters that are asked. */
const MOST_SOUND_READINGS = 8
/** What a reading loses of its weight for each point that it is less likely than the best, and at most: near ones stay together. */
const DROP = 0.02
const LARGEST_DROP = 0.4
/** Points of a whole word, alias or name, of what stands in a name, of a thing; each doubling of its occurrences brings two. */
const WHOLE_POINTS = 12
const NAMED_POINTS = 2
const THING_POINTS = 3
/** Guesses of each kind that are asked when nothing stands anywhere as a whole. */
const MOST_GUESSES = 3
/** Sounds of a question that may be two words. */
const LONGEST_JOINED = 8
/** Things that people ask for end like this. */
const THING = /[证卡金费票险照贷税]$/
/** Weight of letters read as text that stands in the catalogue or lexicon, of letters spelt from known pairs, of a corrected typo. */
const FOUND_WEIGHT = 0.95
const SPELT_WEIGHT = 0.85
const CORRECTED_WEIGHT = 0.9

/** All readings worth asking, as typed first. */
export function readingsOf(snapshot: Snapshot, typed: string): Reading[] {
  const folded = fold(typed)
  const asTyped: Reading = { text: typed, weight: 1 }
  const sounds = soundReadings(folded)
  if (sounds.length > 0) return [asTyped, ...sounded(snapshot, sounds)]
  const corrected = correctTypos(snapshot, stripNoise(folded).trim())
  return corrected === undefined ? [asTyped] : [asTyped, { text: corrected, weight: CORRECTED_WEIGHT }]
}

/** Readings of a question with letters: stretches of the catalogue and lexicon that sound like it; failing these, two words side by side or spelt from pairs. */
function sounded(snapshot: Snapshot, ways: readonly (readonly SoundSlot[])[]): Reading[] {
  const found = new Map<string, number>()
  for (const slots of ways) {
    for (const match of scanSounds(snapshot, slots)) found.set(match.text, Math.max(found.get(match.text) || 0, likeliness(match)))
  }
  if (found.size > 0) {
    const best = [...found].sort(([a, pointsA], [b, pointsB]) => pointsB - pointsA || (a < b ? -1 : 1)).slice(0, MOST_SOUND_READINGS)
    return best.map(([text, points]) => ({ text, weight: FOUND_WEIGHT * (1 - Math.min(LARGEST_DROP, (best[0][1] - points) * DROP)) }))
  }
  const joined = ways.flatMap((slots) => joinWords(snapshot, slots)).sort((a, b) => b.points - a.points || (a.text < b.text ? -1 : 1))
  const spelt = ways.flatMap((slots) => spellSounds(vocabularyOf(snapshot), slots, 2)).slice(0, MOST_GUESSES)
  const guesses = new Set([...joined.slice(0, MOST_GUESSES).map(({ text }) => text), ...spelt])
  return [...guesses].map((text) => ({ text, weight: joined.some((it) => it.text === text) ? FOUND_WEIGHT : SPELT_WEIGHT }))
}

/** How likely a stretch is meant, in points: whole words, things and what occurs often (by powers of two) come first. */
const likeliness = ({ text, count, whole, named }: SoundMatch): number =>
  2 * (32 - Math.clz32(count)) + (whole ? WHOLE_POINTS : 0) + (named ? NAMED_POINTS : 0) + (THING.test(text) ? THING_POINTS : 0)

/** Two whole words, aliases or names side by side that sound like the question, with their points. */
function joinWords(snapshot: Snapshot, slots: readonly SoundSlot[]): { readonly text: string; readonly points: number }[] {
  if (slots.length > LONGEST_JOINED || slots.some(({ vagueness }) => vagueness === 0)) return []
  const joined: { text: string; points: number }[] = []
  for (let cut = 2; cut + 2 <= slots.length; cut++) {
    const [first, second] = [slots.slice(0, cut), slots.slice(cut)].map((part) => mostLikely(snapshot, part))
    if (first && second) joined.push({ text: first.text + second.text, points: likeliness(first) + likeliness(second) })
  }
  return joined
}

/** The likeliest whole word, alias or name that sounds like this. */
const mostLikely = (snapshot: Snapshot, slots: readonly SoundSlot[]): SoundMatch | undefined =>
  scanSounds(snapshot, slots).filter(({ whole }) => whole).reduce<SoundMatch | undefined>((best, match) => (best && likeliness(best) >= likeliness(match) ? best : match), undefined)
