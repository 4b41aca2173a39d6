import { runCount, runLength, textAt } from './runs'
import type { Snapshot } from './snapshot'

/**
 * Where the words are: a hash table of word numbers + 1 (0: free), the line of each word, and by their first character the words' numbers,
 * ascending: `alike[firsts[unit] … firsts[unit + 1])`. And the meaning's number of each entry of `lineMeanings`.
 */
interface WordTable {
  readonly slots: Uint32Array
  readonly lineOf: Uint32Array
  readonly firsts: Uint32Array
  readonly alike: Uint32Array
  readonly meanings: Uint32Array
}

const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const SEED = 0x811c9dc5

/** The table, made in well under a millisecond per thousand words when first asked for; the snapshot has words in the order of their lines, which compresses best. */
function tableOf(snapshot: Snapshot): WordTable {
  return snapshot.derive('words', () => {
    const { words, lineSizes } = snapshot.data
    const { starts, units } = words
    const count = runCount(words)
    let capacity = 16
    while (capacity < count * 2) capacity *= 2
    const slots = new Uint32Array(capacity)
    const lineOf = new Uint32Array(count)
    const firsts = new Uint32Array(FIRSTS + 1)
    for (let line = 0, word = 0; line < lineSizes.length; line++) {
      for (const end = word + lineSizes[line]; word < end; word++) lineOf[word] = line
    }
    for (let word = 0; word < count; word++) {
      const end = starts[word + 1]
      firsts[firstOf(units[starts[word]]) + 1]++
      let hash = SEED
      for (let at = starts[word]; at < end; at++) hash = step(hash, units[at])
      let slot = slotOf(hash, capacity)
      while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1)
      slots[slot] = word + 1
    }
    for (let first = 0; first < FIRSTS; first++) firsts[first + 1] += firsts[first]
    const next = firsts.slice()
    const alike = new Uint32Array(count)
    for (let word = 0; word < count; word++) alike[next[firstOf(units[starts[word]])]++] = word
    return { slots, lineOf, firsts, alike, meanings: meaningNumbers(snapshot) }
  })
}

/** The meaning's number of each entry of `lineMeanings`, which say 0 for the next new one, else the distance back from it. */
function meaningNumbers(snapshot: Snapshot): Uint32Array {
  let next = 0
  return snapshot.data.lineMeanings.units.map((back) => (back === 0 ? next++ : next - back))
}

/** Characters are told apart as the first of a word up to here. */
const FIRSTS = 0xa000
const firstOf = (unit: number): number => Math.min(unit, FIRSTS - 1)

const slotOf = (hash: number, capacity: number): number => (hash ^ (hash >>> 15)) & (capacity - 1)

/** Calls `visit` with the number of every word whose text is `text[start, end)`, given its hash, until it returns true. */
function eachWord(snapshot: Snapshot, { slots }: WordTable, text: string, start: number, end: number, hash: number, visit: (word: number) => boolean): void {
  for (let slot = slotOf(hash, slots.length); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    if (isText(snapshot, slots[slot] - 1, text, start, end) && visit(slots[slot] - 1)) return
  }
}

function isText(snapshot: Snapshot, word: number, text: string, start: number, end: number): boolean {
  const { words } = snapshot.data
  if (runLength(words, word) !== end - start) return false
  const at = words.starts[word]
  for (let i = start; i < end; i++) if (words.units[at + i - start] !== text.charCodeAt(i)) return false
  return true
}

/** End of the longest lexicon word that begins at `start` of a folded text; `start` itself when there is none. */
export function longestWordAt(snapshot: Snapshot, text: string, start: number): number {
  const table = tableOf(snapshot)
  const first = firstOf(text.charCodeAt(start))
  let longest = start
  if (table.firsts[first] === table.firsts[first + 1]) return longest
  let hash = SEED
  const last = Math.min(text.length, start + snapshot.longestWord)
  for (let end = start + 1; end <= last; end++) {
    hash = step(hash, text.charCodeAt(end - 1))
    eachWord(snapshot, table, text, start, end, hash, () => {
      longest = end
      return true
    })
  }
  return longest
}

/** Numbers of the lines that a word stands on; empty when the lexicon does not have it. */
export function linesOf(snapshot: Snapshot, word: string): number[] {
  const table = tableOf(snapshot)
  let hash = SEED
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i))
  const lines: number[] = []
  eachWord(snapshot, table, word, 0, word.length, hash, (number) => {
    lines.push(table.lineOf[number])
    return false
  })
  return lines
}

/** Meanings of a line: number of each, and weight 0–1. */
export function lineMeanings(snapshot: Snapshot, line: number): { readonly number: number; readonly weight: number }[] {
  const { lineMeanings: { starts }, meaningWeights } = snapshot.data
  const { meanings } = tableOf(snapshot)
  return Array.from({ length: starts[line + 1] - starts[line] }, (_, i) => ({ number: meanings[starts[line] + i], weight: meaningWeights[starts[line] + i] / 100 }))
}

/** Lexicon words that begin with a folded text and are longer, in the lexicon's order. */
export function wordsBeginning(snapshot: Snapshot, prefix: string): string[] {
  const { words } = snapshot.data
  const { firsts, alike } = tableOf(snapshot)
  const found: string[] = []
  const first = firstOf(prefix.charCodeAt(0))
  for (let i = firsts[first]; i < firsts[first + 1]; i++) {
    const word = alike[i]
    const length = runLength(words, word)
    let same = 0
    while (same < prefix.length && same < length && words.units[words.starts[word] + same] === prefix.charCodeAt(same)) same++
    if (same === prefix.length && length > same) found.push(textAt(words, word))
  }
  return found
}
