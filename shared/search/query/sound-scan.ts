import { LOOSE, soundTextOf, TIGHT, type SoundText } from '../snapshot/sound-text'
import type { Snapshot } from '../snapshot/snapshot'
import type { SoundSlot } from './sound-slots'

/** Bit k of a character's mask: it may stand at sound k. Scratch, all zero between scans. */
const masks = new Int32Array(0xa000)
/** Sounds compared; the rest of a longer question is not needed to tell texts apart. */
const MOST_SLOTS = 31
/** Different stretches collected at most. */
const MOST_FOUND = 64
/** Places are looked at one by one when there are fewer of them than this part of all units; else all units are run through. */
const FEW = 1 / 16

/** A stretch of the catalogue's or lexicon's own text that sounds like the question. */
export interface SoundMatch {
  readonly text: string
  /** How often it occurs. */
  count: number
  /** It is a whole lexicon word, alias or name, at least once. */
  whole: boolean
  /** It stands in an item's name. */
  named: boolean
}

/** Points of a whole word, alias or name, of what stands in a name, of a thing; each doubling of its occurrences brings two. */
const WHOLE_POINTS = 12
const NAMED_POINTS = 2
const THING_POINTS = 3
/** Things that people ask for end like this. */
const THING = /[证卡金费票险照贷税]$/

/** How likely a stretch is meant, in points: whole words, things and what occurs often (by powers of two) come first. */
export const likeliness = ({ text, count, whole, named }: SoundMatch): number =>
  2 * (32 - Math.clz32(count)) + (whole ? WHOLE_POINTS : 0) + (named ? NAMED_POINTS : 0) + (THING.test(text) ? THING_POINTS : 0)

/** Stretches of names, aliases and lexicon words in which each character can stand at its sound; what is not Han is skipped. The first sound must not be `any`. */
export function scanSounds(snapshot: Snapshot, slots: readonly SoundSlot[], namesToo = true): SoundMatch[] {
  const compared = slots.slice(0, MOST_SLOTS)
  const text = soundTextOf(snapshot)
  const end = namesToo ? text.units.length : text.namesFrom
  const rarest = rarestSlot(text, compared)
  // A sound that nothing has: no stretch can be found.
  if (rarest.count === 0) return []
  let free = 0
  compared.forEach(({ characters }, k) => {
    if (characters === 'any') free |= 1 << k
    else for (const character of characters) masks[character] |= 1 << k
  })
  const found = new Map<string, SoundMatch>()
  if (rarest.count > end * FEW) {
    for (let at = 0; at < end; at++) if (masks[text.units[at]] & 1) matchAt(text.units, at, compared.length, free, text.namesFrom, found)
  } else {
    for (const place of placesOf(text, compared[rarest.slot])) {
      const at = place - rarest.slot
      if (place < end && at >= 0 && masks[text.units[at]] & 1) matchAt(text.units, at, compared.length, free, text.namesFrom, found)
    }
  }
  for (const { characters } of compared) if (characters !== 'any') for (const character of characters) masks[character] = 0
  return [...found.values()]
}

/** The sound whose characters occur least, and how often they do. */
function rarestSlot({ starts }: SoundText, slots: readonly SoundSlot[]): { readonly slot: number; readonly count: number } {
  let rarest = { slot: 0, count: Infinity }
  slots.forEach(({ characters }, slot) => {
    if (characters === 'any') return
    let count = 0
    for (const unit of characters) count += starts[unit + 1] - starts[unit]
    if (count < rarest.count) rarest = { slot, count }
  })
  return rarest
}

/** Places of a sound's characters, ascending. */
function placesOf({ starts, places }: SoundText, { characters }: SoundSlot): Uint32Array {
  const parts = (characters as readonly number[]).map((unit) => places.subarray(starts[unit], starts[unit + 1])).filter((part) => part.length > 0)
  if (parts.length === 1) return parts[0]
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all.sort()
}

function matchAt(units: Uint16Array, at: number, slots: number, free: number, namesFrom: number, found: Map<string, SoundMatch>): void {
  for (let k = 1; k < slots; k++) {
    const unit = units[at + k]
    if (unit <= LOOSE || !((masks[unit] | free) & (1 << k))) return
  }
  let text = ''
  for (let k = 0; k < slots; k++) text += String.fromCharCode(units[at + k])
  const match = found.get(text)
  const whole = units[at - 1] === TIGHT && units[at + slots] === TIGHT
  const named = at >= namesFrom
  if (match) {
    match.count++
    match.whole = match.whole || whole
    match.named = match.named || named
  } else if (found.size < MOST_FOUND) found.set(text, { text, count: 1, whole, named })
}
