import { type Gram, isSingle } from '../analysis/grams'
import { rarity } from '../analysis/rarity'
import type { Snapshot } from './snapshot'
import { lowerBound } from './sorted-texts'
import { runCount, textAt } from './runs'

const NONE = new Uint32Array(0)

/** Whether the snapshot has the postings of its grams stored, as a large catalogue does. */
export const hasStoredGrams = (snapshot: Snapshot): boolean => snapshot.data.gramStarts.length > 0

/** Stored postings of a gram: a view, nothing is copied; empty when no item has it. */
export function storedPostings(snapshot: Snapshot, gram: Gram): Uint32Array {
  const { gramStarts, gramPostings } = snapshot.data
  const row = rowOf(snapshot, gram)
  return row < 0 ? NONE : gramPostings.subarray(gramStarts[row], gramStarts[row + 1])
}

function rowOf(snapshot: Snapshot, gram: Gram): number {
  const { gramKeys, gramTokens } = snapshot.data
  if (typeof gram === 'string') {
    const row = lowerBound(gramTokens, gram)
    return row < runCount(gramTokens) && textAt(gramTokens, row) === gram ? gramKeys.length + row : -1
  }
  let low = 0
  let high = gramKeys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (gramKeys[middle] < gram) low = middle + 1
    else high = middle
  }
  return gramKeys[low] === gram ? low : -1
}

/** Rarity of each character in 20ths, by its code. */
export function storedRarities(snapshot: Snapshot): Uint8Array {
  const { gramKeys, gramStarts } = snapshot.data
  const rarities = new Uint8Array(0xa000)
  for (let row = 0; isSingle(gramKeys[row]); row++) rarities[gramKeys[row]] = rarity(gramStarts[row + 1] - gramStarts[row], snapshot.itemCount)
  return rarities
}
