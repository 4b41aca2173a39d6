import { fold } from '../analysis/fold'
import { stripNoise, withoutLetteredPlaces } from '../analysis/noise'
import type { Snapshot } from '../snapshot/snapshot'
import { likeliness, scanSounds, type SoundMatch } from './sound-scan'
import { soundReadings, type SoundSlot } from './sound-slots'
import { joinWords, keepBest, stretchPoints, type SoundGuess } from './sound-words'
import { spellSounds } from './spelling'
import { correctTypos } from './typos'
import { vocabularyOf } from './vocabulary'

/** One way to read what was typed. */
export interface Reading {
  readonly text: string
  /** 1 as typed, less for a guess. */
  readonly weight: number
  /** The reading as people are told of it, where that is more than what is asked. */
  readonly told?: string
}

/** Readings of letters that are asked. */
const MOST_SOUND_READINGS = 10
/** What a reading loses of its weight for each point that it is less likely than the best, and at most: near ones stay together. */
const DROP = 0.02
const LARGEST_DROP = 0.4
/** Ways of cutting letters that are read as several words. */
const JOINED_WAYS = 2
/** Guesses of each kind that are asked when nothing stands anywhere as a whole. */
const MOST_GUESSES = 3
/** Weight of letters read as text that stands in the catalogue or lexicon, of letters spelt from known pairs, of a corrected typo. */
const FOUND_WEIGHT = 0.95
const SPELT_WEIGHT = 0.85
const CORRECTED_WEIGHT = 0.9

/**
 * Other ways to read what was typed, all worth asking: letters as sounds, slips put right.
 * @param plain an item explains it as it is typed, so that no slip need be looked for
 */
export function otherReadings(snapshot: Snapshot, typed: string, plain: boolean): Reading[] {
  const folded = withoutLetteredPlaces(fold(typed))
  const sounds = soundReadings(folded)
  if (sounds.length > 0) return sounded(snapshot, sounds)
  if (plain) return []
  const stripped = stripNoise(folded)
  const start = stripped.search(/\S/)
  // Told with the noise before and after it: of 社保咔丢了 nobody means 社保卡丢.
  const told = (text: string): string => folded.slice(0, start) + text + folded.slice(start + stripped.trim().length)
  return correctTypos(snapshot, stripped.trim()).map((text) => ({ text, weight: CORRECTED_WEIGHT, told: told(text) }))
}

const byLikeliness = (a: SoundMatch, b: SoundMatch): number => likeliness(b) - likeliness(a)

/** Readings of a question with letters: stretches of the catalogue and lexicon, or words side by side, that sound like it; failing these, spelt from pairs. */
function sounded(snapshot: Snapshot, ways: readonly (readonly SoundSlot[])[]): Reading[] {
  const best: SoundGuess[] = []
  const offer = (guess: SoundGuess): void => {
    const same = best.findIndex(({ text }) => text === guess.text)
    if (same >= 0 && best[same].points >= guess.points) return
    if (same >= 0) best.splice(same, 1)
    keepBest(best, guess, MOST_SOUND_READINGS)
  }
  for (const slots of ways.slice(0, JOINED_WAYS)) joinWords(snapshot, slots).forEach(offer)
  for (const slots of ways) {
    for (const match of scanSounds(snapshot, slots).sort(byLikeliness)) {
      const points = stretchPoints(snapshot, match, best.length < MOST_SOUND_READINGS ? -Infinity : best[best.length - 1].points)
      if (points !== undefined) offer({ text: match.text, points })
    }
  }
  if (best.length > 0) return best.map(({ text, points }) => ({ text, weight: FOUND_WEIGHT * (1 - Math.min(LARGEST_DROP, (best[0].points - points) * DROP)) }))
  const spelt: Reading[] = []
  for (const slots of ways) if (spelt.length < MOST_GUESSES) for (const text of spellSounds(vocabularyOf(snapshot), slots, 2)) spelt.push({ text, weight: SPELT_WEIGHT })
  return spelt.slice(0, MOST_GUESSES)
}
