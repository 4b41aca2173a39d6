import type { Gram } from '../analysis/grams'
import type { Texts } from './layout'
import { runCount, runLength, runStart } from './runs'
import type { Snapshot } from './snapshot'

/** Number of a gram in the dictionary, or -1: characters first, then pairs, then Latin tokens. */
export function gramNumber(snapshot: Snapshot, gram: Gram): number {
  const { characters, pairSeconds, tokens } = snapshot.data
  if (typeof gram === 'string') {
    const token = findText(tokens, gram)
    return token < 0 ? -1 : characters.length + pairSeconds.length + token
  }
  if (gram < 65536) return findUnit(characters, gram, 0, characters.length)
  const pair = findPair(snapshot, findUnit(characters, (gram / 65536) | 0, 0, characters.length), gram & 65535)
  return pair < 0 ? -1 : characters.length + pair
}

/** Position among the pairs of (character number, second unit), or -1. */
export function findPair(snapshot: Snapshot, character: number, second: number): number {
  if (character < 0) return -1
  const { pairStarts, pairSeconds } = snapshot.data
  return findUnit(pairSeconds, second, pairStarts[character], pairStarts[character + 1])
}

/** Position of `unit` in the ascending range `[from, to)`, or -1. */
export function findUnit(units: Uint16Array, unit: number, from: number, to: number): number {
  let low = from
  let high = to - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = units[middle]
    if (found === unit) return middle
    if (found < unit) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Position of `text` in ascending texts, or -1. */
export function findText(texts: Texts, text: string): number {
  const at = lowerBound(texts, text)
  return at < runCount(texts) && compareRun(texts, at, text) === 0 ? at : -1
}

/** First position whose text is not before `text`. */
export function lowerBound(texts: Texts, text: string): number {
  let low = 0
  let high = runCount(texts)
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareRun(texts, middle, text) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Order of run `i` against `text`, by UTF-16 units: negative, 0 or positive. */
function compareRun(texts: Texts, i: number, text: string): number {
  const start = runStart(texts, i)
  const length = runLength(texts, i)
  const shared = Math.min(length, text.length)
  for (let j = 0; j < shared; j++) {
    const difference = texts.units[start + j] - text.charCodeAt(j)
    if (difference !== 0) return difference
  }
  return length - text.length
}
