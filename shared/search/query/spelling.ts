import { isHan } from '../analysis/characters'
import { homophones } from '../pinyin/syllables'
import type { SoundSlot } from './sound-slots'
import type { Vocabulary } from './vocabulary'

/** States kept at each position, best first. */
const BEAM = 80
/** Points of a known pair (plus how often it occurs, by powers of two) and of an unknown one. */
const KNOWN = 4
const UNKNOWN = -5
/** What it costs to read something other than what was typed. */
const SUBSTITUTED = 5
const BEGINNING_ONLY = 1

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
  for (const { characters, vagueness } of slots) {
    const next: Path[] = []
    for (const character of characters) {
      if (vagueness > 0 && !vocabulary.characters.has(character)) continue
      let best: Path | undefined
      for (const before of paths) {
        const score = before.score + (before.character ? pairPoints(vocabulary, before.character, character) : 0) - (vagueness === 2 ? BEGINNING_ONLY : 0)
        if (!best || score > best.score) best = { character, score, before }
      }
      if (best) next.push(best)
    }
    if (next.length === 0) return []
    paths = next.sort((a, b) => b.score - a.score || a.character - b.character).slice(0, BEAM)
  }
  return paths.slice(0, most).map(textOf)
}

/**
 * The question with homophone typos put right, or undefined when nothing is better: a character is doubted when no pair it stands in
 * is known, and replaced when a homophone makes the pairs known.
 */
export function correctHomophones(vocabulary: Vocabulary, text: string): string | undefined {
  const units = Array.from(text, (character) => character.charCodeAt(0))
  let corrected = false
  for (let i = 0; i < units.length; i++) {
    const better = isHan(units[i]) ? betterAt(vocabulary, units, i) : undefined
    if (better === undefined) continue
    units[i] = better
    corrected = true
  }
  return corrected ? String.fromCharCode(...units) : undefined
}

function betterAt(vocabulary: Vocabulary, units: readonly number[], i: number): number | undefined {
  const left = i > 0 && isHan(units[i - 1]) ? units[i - 1] : 0
  const right = i + 1 < units.length && isHan(units[i + 1]) ? units[i + 1] : 0
  if ((!left && !right) || (left && vocabulary.count(left, units[i])) || (right && vocabulary.count(units[i], right))) return undefined
  let best: number | undefined
  let bestPoints = SUBSTITUTED
  for (const other of homophones(units[i])) {
    const known = [left ? vocabulary.count(left, other) : -1, right ? vocabulary.count(other, right) : -1]
    if (known.includes(0) || !vocabulary.characters.has(other)) continue
    const points = known.reduce((sum, count) => sum + (count > 0 ? KNOWN + (32 - Math.clz32(count)) / 2 : 0), 0)
    if (points > bestPoints) {
      best = other
      bestPoints = points
    }
  }
  return best
}

function textOf(path: Path): string {
  let text = ''
  for (let step: Path | undefined = path; step && step.character; step = step.before) text = String.fromCharCode(step.character) + text
  return text
}
