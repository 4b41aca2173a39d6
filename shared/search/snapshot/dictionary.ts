import type { Texts } from './layout'
import { runCount, runLength, runStart } from './runs'
import type { Snapshot } from './snapshot'

/** Number of a character or Latin token in the dictionary, characters first, or -1. */
export function entryNumber(snapshot: Snapshot, entry: number | string): number {
  const { characters, tokens } = snapshot.data
  if (typeof entry === 'number') return findUnit(characters, entry, 0, characters.length)
  const token = findText(tokens, entry)
  return token < 0 ? -1 : characters.length + token
}

/** Position of `unit` in the ascending range `[from, to)`, or -1. */
function findUnit(units: Uint16Array, unit: number, from: number, to: number): number {
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
