import { foldUnit } from '../analysis/fold'
import { type Gram, isSingle } from '../analysis/grams'
import { aliasWeight, BRACKET_WEIGHT, toStoredWeight } from '../analysis/name-weights'
import { rarity } from '../analysis/rarity'
import { characterIndexOf } from './character-index'
import { runLength, runStart } from './runs'
import type { Snapshot } from './snapshot'

/** Where a gram occurs: items ascending, the weight of each in 64ths, and the gram's rarity in 20ths. */
export interface GramPostings {
  readonly items: Uint32Array
  readonly weights: Uint8Array
  readonly rarity: number
}

const NOWHERE: GramPostings = { items: new Uint32Array(0), weights: new Uint8Array(0), rarity: 0 }

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
  const found = typeof gram === 'string' || isSingle(gram) ? findEntry(snapshot, gram) : findPair(snapshot, gram)
  kept.size += found.items.length + 1
  if (kept.size > Math.max(KEPT_AT_LEAST, snapshot.itemCount * KEPT_PER_ITEM)) {
    kept.postings.clear()
    kept.size = found.items.length
  }
  kept.postings.set(gram, found)
  return found
}

function findEntry(snapshot: Snapshot, entry: number | string): GramPostings {
  const { items, weights } = characterIndexOf(snapshot).postings(entry)
  return items.length > 0 ? { items, weights, rarity: rarity(items.length, snapshot.itemCount) } : NOWHERE
}

/** Items whose name or alias has two characters side by side: those that have both, looked at one by one. */
function findPair(snapshot: Snapshot, gram: number): GramPostings {
  const first = (gram / 65536) | 0
  const second = gram & 65535
  const a = postingsOf(snapshot, first).items
  const b = postingsOf(snapshot, second).items
  const items: number[] = []
  const weights: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] < b[j]) i++
    else if (a[i] > b[j]) j++
    else {
      const weight = Math.max(weightInName(snapshot, a[i], first, second), weightInAliases(snapshot, a[i], first, second))
      if (weight > 0) {
        items.push(a[i])
        weights.push(toStoredWeight(weight))
      }
      i++
      j++
    }
  }
  if (items.length === 0) return NOWHERE
  return { items: Uint32Array.from(items), weights: Uint8Array.from(weights), rarity: rarity(items.length, snapshot.itemCount) }
}

const OPEN = 40
const CLOSE = 41

function weightInName(snapshot: Snapshot, item: number, first: number, second: number): number {
  const { names } = snapshot.data
  const { units } = names
  const start = runStart(names, item)
  const end = start + runLength(names, item)
  let weight = 0
  let depth = 0
  let before = 0
  for (let at = start; at < end; at++) {
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
    const start = runStart(aliases, row)
    const end = start + runLength(aliases, row)
    for (let at = start; at + 1 < end; at++) {
      if (foldUnit(aliases.units[at]) === first && foldUnit(aliases.units[at + 1]) === second) {
        hits++
        break
      }
    }
  }
  return hits > 0 ? aliasWeight(hits, row - low) : 0
}
