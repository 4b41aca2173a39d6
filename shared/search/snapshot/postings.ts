import { foldUnit } from '../analysis/fold'
import { type Gram, isSingle } from '../analysis/grams'
import { aliasWeight, BRACKET_WEIGHT, toStoredWeight } from '../analysis/name-weights'
import { rarity } from '../analysis/rarity'
import { characterIndexOf } from './character-index'
import { toPosting } from './layout'
import { hasStoredGrams, storedPostings, storedRarities } from './stored-grams'
import type { Snapshot } from './snapshot'

/** Where a gram occurs: items ascending with their weights (see `toPosting`), and the gram's rarity in 20ths. */
export interface GramPostings {
  readonly list: Uint32Array
  readonly rarity: number
}

const NOWHERE: GramPostings = { list: new Uint32Array(0), rarity: 0 }

/** How many postings a snapshot keeps gathered, at least; beyond this they are dropped and gathered anew. */
const KEPT_AT_LEAST = 65536

/** … and for each item, in a large catalogue. */
const KEPT_PER_ITEM = 16

/** Gathered postings, kept because the same few hundred grams come again and again. */
interface Kept {
  postings: Map<Gram, GramPostings>
  size: number
}

/** Postings of a gram; empty for one that the catalogue does not have. */
export function postingsOf(snapshot: Snapshot, gram: Gram): GramPostings {
  const kept = snapshot.derive('postings', (): Kept => ({ postings: new Map(), size: 0 }))
  const known = kept.postings.get(gram)
  if (known) return known
  const found = find(snapshot, gram)
  kept.size += found.list.length + 1
  if (kept.size > Math.max(KEPT_AT_LEAST, snapshot.itemCount * KEPT_PER_ITEM)) {
    kept.postings.clear()
    kept.size = found.list.length
  }
  kept.postings.set(gram, found)
  return found
}

function find(snapshot: Snapshot, gram: Gram): GramPostings {
  let list: Uint32Array
  if (hasStoredGrams(snapshot)) list = storedPostings(snapshot, gram)
  else if (typeof gram === 'string' || isSingle(gram)) list = characterIndexOf(snapshot).postings(gram)
  else list = findPair(snapshot, gram)
  return list.length > 0 ? { list, rarity: rarity(list.length, snapshot.itemCount) } : NOWHERE
}

/** Rarity of each character in 20ths, by its code; 0 for those that no item has. */
export const raritiesOf = (snapshot: Snapshot): Uint8Array =>
  hasStoredGrams(snapshot) ? snapshot.derive('rarities', () => storedRarities(snapshot)) : characterIndexOf(snapshot).rarities

/** Items whose name or alias has two characters side by side: those that have both, looked at one by one. */
function findPair(snapshot: Snapshot, gram: number): Uint32Array {
  const first = (gram / 65536) | 0
  const second = gram & 65535
  const a = postingsOf(snapshot, first).list
  const b = postingsOf(snapshot, second).list
  const list: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const item = a[i] >>> 8
    const other = b[j] >>> 8
    if (item < other) i++
    else if (item > other) j++
    else {
      const weight = Math.max(weightInName(snapshot, item, first, second), weightInAliases(snapshot, item, first, second))
      if (weight > 0) list.push(toPosting(item, toStoredWeight(weight)))
      i++
      j++
    }
  }
  return Uint32Array.from(list)
}

const OPEN = 40
const CLOSE = 41

function weightInName(snapshot: Snapshot, item: number, first: number, second: number): number {
  const { starts, units } = snapshot.data.names
  let weight = 0
  let depth = 0
  let before = 0
  for (let at = starts[item]; at < starts[item + 1]; at++) {
    const unit = foldUnit(units[at])
    if (unit === OPEN) depth++
    else if (unit === CLOSE && depth > 0) depth--
    else if (unit === second && before === first) weight += depth > 0 ? BRACKET_WEIGHT : 1
    before = unit
  }
  return weight
}

function weightInAliases(snapshot: Snapshot, item: number, first: number, second: number): number {
  const { aliases, aliasItems } = snapshot.data
  let low = 0
  let high = aliasItems.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (aliasItems[middle] < item) low = middle + 1
    else high = middle
  }
  let hits = 0
  let row = low
  for (; row < aliasItems.length && aliasItems[row] === item; row++) {
    for (let at = aliases.starts[row]; at + 1 < aliases.starts[row + 1]; at++) {
      if (foldUnit(aliases.units[at]) === first && foldUnit(aliases.units[at + 1]) === second) {
        hits++
        break
      }
    }
  }
  return hits > 0 ? aliasWeight(hits, row - low) : 0
}
