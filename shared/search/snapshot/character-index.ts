import { isAlphanumeric, isHan } from '../analysis/characters'
import { fold, foldUnit } from '../analysis/fold'
import { countGrams } from '../analysis/grams'
import { isLevelTag } from '../analysis/name-parts'
import { aliasWeight, BRACKET_WEIGHT, toStoredWeight } from '../analysis/name-weights'
import { stripNoise } from '../analysis/noise'
import { rarity } from '../analysis/rarity'
import { toPosting } from './layout'
import { textAt } from './runs'
import type { Snapshot } from './snapshot'

const OPEN = 40
const CLOSE = 41
const PLAIN = toStoredWeight(1)
const BRACKETED = toStoredWeight(BRACKET_WEIGHT)

/**
 * Which items have which character or Latin token, and with what weight (64ths): a chain of postings for each, newest first. It is
 * gathered from the names and aliases by the first question (1 ms per thousand items); stored, it would be a sixth of
 * the bytes that a phone has to fetch.
 */
export class CharacterIndex {
  /** Rarity of each character in 20ths, by its code; 0 for those that no item has. */
  readonly rarities = new Uint8Array(0xa000)
  /** First posting of each character, -1 for none, and of each token; the chain goes on at `next`. */
  private readonly heads = new Int32Array(0xa000).fill(-1)
  private readonly tokenHeads = new Map<string, number>()
  /** The characters that occur, once each. */
  private readonly occurring: number[] = []
  private items: Int32Array
  private weights: Uint8Array
  private next: Int32Array
  private size = 0

  constructor(snapshot: Snapshot) {
    const room = snapshot.data.names.units.length + 64
    this.items = new Int32Array(room)
    this.weights = new Uint8Array(room)
    this.next = new Int32Array(room)
    const { aliasItems } = snapshot.data
    let alias = 0
    for (let item = 0; item < snapshot.itemCount; item++) {
      this.addName(snapshot, item)
      const first = alias
      while (alias < aliasItems.length && aliasItems[alias] === item) alias++
      if (alias > first) this.addAliases(snapshot, item, first, alias)
    }
    this.measureRarities(snapshot.itemCount)
  }

  /** Postings of a character or token, items ascending (see `toPosting`). */
  postings(entry: number | string): Uint32Array {
    const head = typeof entry === 'string' ? this.tokenHeads.get(entry) ?? -1 : entry < 0xa000 ? this.heads[entry] : -1
    let count = 0
    for (let at = head; at >= 0; at = this.next[at]) count++
    const list = new Uint32Array(count)
    for (let at = head; at >= 0; at = this.next[at]) list[--count] = toPosting(this.items[at], this.weights[at])
    return list
  }

  private measureRarities(itemCount: number): void {
    // Few characters have a count of their own: each count is worked out once, 0 standing for not yet.
    const byCount = new Uint8Array(itemCount + 1)
    for (const unit of this.occurring) {
      let count = 0
      for (let at = this.heads[unit]; at >= 0; at = this.next[at]) count++
      this.rarities[unit] = byCount[count] ||= rarity(count, itemCount)
    }
  }

  private addName(snapshot: Snapshot, item: number): void {
    const { starts, units } = snapshot.data.names
    const end = starts[item + 1]
    let depth = 0
    for (let at = starts[item]; at < end; at++) {
      const unit = foldUnit(units[at])
      if (isHan(unit)) this.addCharacter(unit, item, depth > 0 ? BRACKETED : PLAIN)
      else if (unit === OPEN) {
        depth++
        const tag = levelTagEnd(units, at + 1, end)
        if (tag > 0) at = tag - 1
      } else if (unit === CLOSE) depth = Math.max(0, depth - 1)
      else if (isAlphanumeric(unit)) {
        let token = ''
        for (; at < end && isAlphanumeric(foldUnit(units[at])); at++) token += String.fromCharCode(foldUnit(units[at]))
        at--
        this.addToken(token, item, depth > 0 ? BRACKETED : PLAIN)
      }
    }
  }

  private addAliases(snapshot: Snapshot, item: number, first: number, end: number): void {
    const hits = new Map<number | string, number>()
    for (let alias = first; alias < end; alias++) {
      for (const gram of countGrams(stripNoise(fold(textAt(snapshot.data.aliases, alias)))).keys()) {
        if (typeof gram === 'string' || gram < 65536) hits.set(gram, (hits.get(gram) || 0) + 1)
      }
    }
    for (const [gram, count] of hits) {
      const weight = toStoredWeight(aliasWeight(count, end - first))
      const head = typeof gram === 'string' ? this.tokenHeads.get(gram) ?? -1 : this.heads[gram]
      if (head >= 0 && this.items[head] === item) this.weights[head] = Math.max(this.weights[head], weight)
      else if (typeof gram === 'string') this.tokenHeads.set(gram, this.append(item, weight, head))
      else this.beginWith(gram, item, weight, head)
    }
  }

  private addCharacter(unit: number, item: number, weight: number): void {
    const head = this.heads[unit]
    if (head >= 0 && this.items[head] === item) this.weights[head] = Math.min(255, this.weights[head] + weight)
    else this.beginWith(unit, item, weight, head)
  }

  private beginWith(unit: number, item: number, weight: number, head: number): void {
    if (head < 0) this.occurring.push(unit)
    this.heads[unit] = this.append(item, weight, head)
  }

  private addToken(token: string, item: number, weight: number): void {
    const head = this.tokenHeads.get(token) ?? -1
    if (head >= 0 && this.items[head] === item) this.weights[head] = Math.min(255, this.weights[head] + weight)
    else this.tokenHeads.set(token, this.append(item, weight, head))
  }

  private append(item: number, weight: number, next: number): number {
    if (this.size === this.items.length) this.grow()
    this.items[this.size] = item
    this.weights[this.size] = weight
    this.next[this.size] = next
    return this.size++
  }

  private grow(): void {
    const grown = <A extends Int32Array | Uint8Array>(Type: new (length: number) => A, old: A): A => {
      const larger = new Type(old.length * 2)
      larger.set(old)
      return larger
    }
    this.items = grown(Int32Array, this.items)
    this.weights = grown(Uint8Array, this.weights)
    this.next = grown(Int32Array, this.next)
  }
}

/** The snapshot's character index, gathered when first needed; a large catalogue has stored grams instead. */
export const characterIndexOf = (snapshot: Snapshot): CharacterIndex => snapshot.derive('characterIndex', () => new CharacterIndex(snapshot))

/** Where the bracket that opened before `at` closes, when all it holds is a level tag such as 县级; else 0. */
export function levelTagEnd(units: Uint16Array, at: number, end: number): number {
  let text = ''
  for (let i = at; i < end && i < at + 10; i++) {
    const unit = foldUnit(units[i])
    if (unit === CLOSE) return isLevelTag(text) ? i : 0
    text += String.fromCharCode(unit)
  }
  return 0
}
