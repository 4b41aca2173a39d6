import { fold } from '../analysis/fold'
import { stripNoise } from '../analysis/noise'
import type { Snapshot } from '../snapshot/snapshot'
import { scanSounds } from './sound-scan'
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
const MOST_SOUND_READINGS = 4
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

/** Readings of a question with letters: stretches of the catalogue and lexicon that sound like it; failing these, spelt from pairs. */
function sounded(snapshot: Snapshot, ways: readonly (readonly SoundSlot[])[]): Reading[] {
  const found = new Map<string, number>()
  for (const slots of ways) {
    for (const { text, count, whole } of scanSounds(snapshot, slots)) found.set(text, Math.max(found.get(text) || 0, count + (whole ? 1000 : 0)))
  }
  if (found.size > 0) {
    const best = [...found].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    return best.slice(0, MOST_SOUND_READINGS).map(([text]) => ({ text, weight: FOUND_WEIGHT }))
  }
  const spelt = new Set(ways.flatMap((slots) => spellSounds(vocabularyOf(snapshot), slots, 2)))
  return [...spelt].slice(0, MOST_SOUND_READINGS).map((text) => ({ text, weight: SPELT_WEIGHT }))
}
