import { isAlphanumeric, isHan } from './characters'

/**
 * Grams: what is indexed and looked up. A number is one Han character (its code) or two adjacent ones
 * (first × 65536 + second); a string is a run of letters and digits.
 */
export type Gram = number | string

/** The gram of two adjacent Han characters. */
export const pair = (first: number, second: number): number => first * 65536 + second

/** Whether a gram is a single Han character. */
export const isSingle = (gram: Gram): gram is number => typeof gram === 'number' && gram < 65536

/** Calls `visit` for every gram of a folded text: each character, each adjacent pair, each Latin run. */
export function eachGram(folded: string, visit: (gram: Gram) => void): void {
  let i = 0
  while (i < folded.length) {
    const unit = folded.charCodeAt(i)
    if (isHan(unit)) {
      visit(unit)
      const next = i + 1 < folded.length ? folded.charCodeAt(i + 1) : 0
      if (isHan(next)) visit(pair(unit, next))
      i++
    } else if (isAlphanumeric(unit)) {
      const start = i
      while (i < folded.length && isAlphanumeric(folded.charCodeAt(i))) i++
      visit(folded.slice(start, i))
    } else i++
  }
}

/** How often each gram occurs in a folded text. */
export function countGrams(folded: string, counts: Map<Gram, number> = new Map(), weight = 1): Map<Gram, number> {
  eachGram(folded, (gram) => counts.set(gram, (counts.get(gram) || 0) + weight))
  return counts
}
