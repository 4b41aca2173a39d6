import { isHan } from '../analysis/characters'
import { foldUnit } from '../analysis/fold'
import { runCount, type Texts } from './runs'
import type { Snapshot } from './snapshot'

/** Stands before and after every text: none of its characters is missing there … */
export const TIGHT = 0
/** … or something that is no Han character was left out there. */
export const LOOSE = 1

/**
 * The Han characters of all lexicon words, aliases and names, folded, one text after the other, and where each character stands: what is
 * searched for stretches that sound like a question or hold one more character. Gathered when first needed, in well under a
 * microsecond for four characters.
 */
export interface SoundText {
  /** `TIGHT` or `LOOSE`, the characters of a text, again `TIGHT` or `LOOSE`, the next text … */
  readonly units: Uint16Array
  /** How many of the units belong to words and aliases; names come after them. */
  readonly namesFrom: number
  /** Places of a character, ascending: `places[starts[unit] … starts[unit + 1])`. */
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

/** The snapshot's sound text. */
export const soundTextOf = (snapshot: Snapshot): SoundText => snapshot.derive('soundText', () => gather(snapshot))

function gather(snapshot: Snapshot): SoundText {
  const { names, aliases, words } = snapshot.data
  const room = [names, aliases, words].reduce((sum, texts) => sum + texts.units.length + runCount(texts) * 2, 0)
  const units = new Uint16Array(room)
  const namesFrom = append(aliases, units, append(words, units, 0))
  const size = append(names, units, namesFrom)
  return { units: units.subarray(0, size), namesFrom, ...placesOf(units, size) }
}

/** Writes texts to `target` from `to` on; gives back where they end. */
function append({ starts, units }: Texts, target: Uint16Array, to: number): number {
  for (let text = 0; text + 1 < starts.length; text++) {
    const end = starts[text + 1]
    let at = starts[text]
    const edge = (unit: number): number => (isHan(unit) ? TIGHT : LOOSE)
    target[to++] = end > at ? edge(foldUnit(units[at])) : LOOSE
    let unit = 0
    for (; at < end; at++) {
      unit = foldUnit(units[at])
      if (isHan(unit)) target[to++] = unit
    }
    target[to++] = edge(unit)
  }
  return to
}

function placesOf(units: Uint16Array, size: number): Pick<SoundText, 'starts' | 'places'> {
  // Where each character's places end, which going backwards turns into where they begin.
  const starts = new Uint32Array(0xa001)
  for (let at = 0; at < size; at++) if (units[at] > LOOSE) starts[units[at]]++
  for (let unit = 0; unit < 0xa000; unit++) starts[unit + 1] += starts[unit]
  const places = new Uint32Array(starts[0xa000])
  for (let at = size - 1; at >= 0; at--) if (units[at] > LOOSE) places[--starts[units[at]]] = at
  return { starts, places }
}
