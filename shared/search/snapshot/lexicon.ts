import { ByteReader } from './bytes'
import { runLength, runStart, textAt } from './runs'
import type { Snapshot } from './snapshot'

/**
 * Where the words are: a hash table of word numbers + 1 (0: free), the line and the first unit of each word, and by their first
 * character the words' numbers, ascending: `alike[firsts[unit] … firsts[unit + 1])`.
 */
interface WordTable {
  readonly slots: Uint32Array
  readonly lineOf: Uint32Array
  readonly startOf: Uint32Array
  readonly firsts: Uint32Array
  readonly alike: Uint32Array
}

const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const SEED = 0x811c9dc5

/** The table, made in well under a millisecond per thousand words when first asked for; the snapshot has words in the order of their lines, which compresses best. */
function tableOf(snapshot: Snapshot): WordTable {
  return snapshot.derive('words', () => {
    const { words, lineSizes } = snapshot.data
    const count = lineSizes.reduce((sum, size) => sum + size, 0)
    let capacity = 16
    while (capacity < count * 2) capacity *= 2
    const slots = new Uint32Array(capacity)
    const lineOf = new Uint32Array(count)
    const startOf = new Uint32Array(count)
    const firsts = new Uint32Array(FIRSTS + 1)
    let word = 0
    let at = 0
    lineSizes.forEach((size, line) => {
      for (let i = 0; i < size; i++, word++) {
        lineOf[word] = line
        startOf[word] = at
        firsts[firstOf(words.units[at]) + 1]++
        let hash = SEED
        for (const end = at + runLength(words, word); at < end; at++) hash = step(hash, words.units[at])
        let slot = slotOf(hash, capacity)
        while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1)
        slots[slot] = word + 1
      }
    })
    for (let first = 0; first < FIRSTS; first++) firsts[first + 1] += firsts[first]
    const next = firsts.slice()
    const alike = new Uint32Array(count)
    for (word = 0; word < count; word++) alike[next[firstOf(words.units[startOf[word]])]++] = word
    return { slots, lineOf, startOf, firsts, alike }
  })
}

/** Characters are told apart as the first of a word up to here. */
const FIRSTS = 0xa000
const firstOf = (unit: number): number => Math.min(unit, FIRSTS - 1)

const slotOf = (hash: number, capacity: number): number => (hash ^ (hash >>> 15)) & (capacity - 1)

/** Calls `visit` with the number of every word whose text is `text[start, end)`, given its hash, until it returns true. */
function eachWord(snapshot: Snapshot, table: WordTable, text: string, start: number, end: number, hash: number, visit: (word: number) => boolean): void {
  const { slots } = table
  for (let slot = slotOf(hash, slots.length); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    if (isText(snapshot, table, slots[slot] - 1, text, start, end) && visit(slots[slot] - 1)) return
  }
}

function isText(snapshot: Snapshot, { startOf }: WordTable, word: number, text: string, start: number, end: number): boolean {
  const { words } = snapshot.data
  if (runLength(words, word) !== end - start) return false
  const at = startOf[word]
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
  const { lines } = snapshot.data
  const start = runStart(lines, line)
  const reader = new ByteReader(lines.units, start, start + runLength(lines, line))
  const meanings: { number: number; weight: number }[] = []
  let number = 0
  while (!reader.done) {
    const code = reader.varint()
    number += code >> 1
    meanings.push({ number, weight: code & 1 ? reader.byte() / 100 : 1 })
  }
  return meanings
}

/** Lexicon words that begin with a folded text and are longer, in the lexicon's order. */
export function wordsBeginning(snapshot: Snapshot, prefix: string): string[] {
  const { words } = snapshot.data
  const { startOf, firsts, alike } = tableOf(snapshot)
  const found: string[] = []
  const first = firstOf(prefix.charCodeAt(0))
  for (let i = firsts[first]; i < firsts[first + 1]; i++) {
    const word = alike[i]
    const length = runLength(words, word)
    let same = 0
    while (same < prefix.length && same < length && words.units[startOf[word] + same] === prefix.charCodeAt(same)) same++
    if (same === prefix.length && length > same) found.push(textAt(words, word))
  }
  return found
}
