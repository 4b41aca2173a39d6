import { runCount, runLength, type Texts } from './runs'

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
  const start = texts.starts[i]
  const length = runLength(texts, i)
  const shared = Math.min(length, text.length)
  for (let j = 0; j < shared; j++) {
    const difference = texts.units[start + j] - text.charCodeAt(j)
    if (difference !== 0) return difference
  }
  return length - text.length
}
