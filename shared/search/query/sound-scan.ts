import { isHan } from '../analysis/characters'
import { foldUnit } from '../analysis/fold'
import type { Texts } from '../snapshot/layout'
import type { Snapshot } from '../snapshot/snapshot'
import type { SoundSlot } from './sound-slots'

/** Bit k of a character's mask: it may stand at sound k. Scratch, all zero between scans. */
const masks = new Int32Array(0xa000)
/** Sounds compared; the rest of a longer question is not needed to tell texts apart. */
const MOST_SLOTS = 31
/** Different stretches collected at most. */
const MOST_FOUND = 64

/** A stretch of the catalogue's or lexicon's own text that sounds like the question. */
export interface SoundMatch {
  readonly text: string
  /** How often it occurs. */
  count: number
  /** It is a whole lexicon word, alias or name, at least once. */
  whole: boolean
}

/** Stretches of names, aliases and lexicon words in which each character can stand at its sound; what is not Han is skipped. The first sound must not be `any`. */
export function scanSounds(snapshot: Snapshot, slots: readonly SoundSlot[], namesToo = true): SoundMatch[] {
  const compared = slots.slice(0, MOST_SLOTS)
  let free = 0
  compared.forEach(({ characters }, k) => {
    if (characters === 'any') free |= 1 << k
    else for (const character of characters) masks[character] |= 1 << k
  })
  const found = new Map<string, SoundMatch>()
  const { names, aliases, words } = snapshot.data
  for (const texts of namesToo ? [words, aliases, names] : [words, aliases]) scanTexts(texts, compared.length, free, found)
  for (const { characters } of compared) if (characters !== 'any') for (const character of characters) masks[character] = 0
  return [...found.values()]
}

function scanTexts({ units, lengths, long }: Texts, slots: number, free: number, found: Map<string, SoundMatch>): void {
  let start = 0
  let nextLong = 1
  for (let run = 0; run < lengths.length; run++) {
    const end = start + (lengths[run] < 255 ? lengths[run] : long[(nextLong += 2) - 2])
    for (let at = start; at < end; at++) {
      const unit = foldUnit(units[at])
      if (unit < 0xa000 && masks[unit] & 1) matchAt(units, start, at, end, slots, free, found)
    }
    start = end
  }
}

function matchAt(units: Uint16Array, start: number, at: number, end: number, slots: number, free: number, found: Map<string, SoundMatch>): void {
  let text = ''
  let i = at
  for (let k = 0; k < slots; i++) {
    if (i >= end) return
    const unit = foldUnit(units[i])
    if (!isHan(unit)) continue
    if (!((masks[unit] | free) & (1 << k))) return
    text += String.fromCharCode(unit)
    k++
  }
  const match = found.get(text)
  const whole = at === start && i === end
  if (match) {
    match.count++
    match.whole = match.whole || whole
  } else if (found.size < MOST_FOUND) found.set(text, { text, count: 1, whole })
}
