import type { SoundSlot } from './sound-slots'
import type { Vocabulary } from './vocabulary'

/** States kept at each position, best first. */
const BEAM = 24
/** Points of a known pair (plus how often it occurs, by powers of two) and of an unknown one. */
const KNOWN = 4
const UNKNOWN = -5
/** What it costs when only the beginning of a syllable was typed. */
const BEGINNING_ONLY = 1
/** What it costs when the last syllable is whole and would have to grow. */
const STILL_GROWING = 2

/** Pairs looked at: some twenty initials or more than a hundred syllables. What comes after them is left unread; by then letters say little. */
const MOST_PAIRS = 60000

interface Path {
  readonly character: number
  readonly score: number
  readonly before?: Path
}

/** Points of two characters side by side. */
function pairPoints(vocabulary: Vocabulary, first: number, second: number): number {
  const count = vocabulary.count(first, second)
  return count > 0 ? KNOWN + (32 - Math.clz32(count)) / 2 : UNKNOWN
}

/**
 * The likeliest characters for a sequence of sounds, judged by which pairs the vocabulary knows (a beam search); best first.
 * @param most how many to give
 */
export function spellSounds(vocabulary: Vocabulary, slots: readonly SoundSlot[], most: number): string[] {
  let paths: Path[] = [{ character: 0, score: 0 }]
  let pairs = 0
  for (const { characters, vagueness, exact } of slots) {
    const next: Path[] = []
    const possible = characters === 'any' ? [] : characters
    for (let i = 0; i < possible.length; i++) {
      const character = possible[i]
      const cost = vagueness === 2 ? BEGINNING_ONLY : exact !== undefined && i >= exact ? STILL_GROWING : 0
      if (vagueness > 0 && !vocabulary.has(character)) continue
      let best: Path | undefined
      for (const before of paths) {
        const score = before.score + (before.character ? pairPoints(vocabulary, before.character, character) : 0) - cost
        if (!best || score > best.score) best = { character, score, before }
      }
      if (best) next.push(best)
    }
    if (next.length === 0) return []
    pairs += next.length * paths.length
    paths = next.sort((a, b) => b.score - a.score || a.character - b.character).slice(0, BEAM)
    if (pairs > MOST_PAIRS) break
  }
  return paths.slice(0, most).map(textOf)
}

function textOf(path: Path): string {
  let text = ''
  for (let step: Path | undefined = path; step && step.character; step = step.before) text = String.fromCharCode(step.character) + text
  return text
}
