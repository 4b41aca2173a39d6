import type { SnapshotData } from './layout'
import { runLength, textAt } from './runs'
import type { Snapshot } from './snapshot'

/**
 * Where the words are, as number + 1 (0: none): the first word of each first character, and after each word the next one that begins like it,
 * ascending. Further the line of each word, and the meaning's number of each entry of `lineMeanings`.
 */
interface WordTable {
  readonly heads: Uint32Array
  readonly next: Uint32Array
  readonly lineOf: Uint32Array
  readonly meanings: Uint32Array
}

/**
 * The table, made when first asked for; the snapshot has words in the order of their lines, which compresses best. Chains and not a hash of whole
 * words: a process that has just started asks its first question of it before anything is compiled, and some ten words begin alike.
 */
function tableOf(snapshot: Snapshot): WordTable {
  return snapshot.derive('words', () => {
    const { words: { starts, units }, lineSizes } = snapshot.data
    const heads = new Uint32Array(FIRSTS)
    const next = new Uint32Array(starts.length - 1)
    const lineOf = new Uint32Array(starts.length - 1)
    for (let line = lineSizes.length - 1, word = starts.length - 2; line >= 0; line--) {
      for (const begin = word - lineSizes[line]; word > begin; word--) {
        const first = firstOf(units[starts[word]])
        lineOf[word] = line
        next[word] = heads[first]
        heads[first] = word + 1
      }
    }
    return { heads, next, lineOf, meanings: meaningNumbers(snapshot) }
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

/** Calls `visit` with the number of every word that begins with the character, ascending. */
function eachAlike(snapshot: Snapshot, first: number, visit: (word: number) => void): void {
  const { heads, next } = tableOf(snapshot)
  for (let word = heads[firstOf(first)]; word !== 0; word = next[word - 1]) visit(word - 1)
}

/** Whether the first `length` characters of a word are those of the text from `start` on. */
function agrees({ words: { starts, units } }: SnapshotData, word: number, text: string, start: number, length: number): boolean {
  const at = starts[word]
  for (let i = 0; i < length; i++) if (units[at + i] !== text.charCodeAt(start + i)) return false
  return true
}

/** End of the longest lexicon word that begins at `start` of a folded text; `start` itself when there is none. */
export function longestWordAt(snapshot: Snapshot, text: string, start: number): number {
  let longest = 0
  eachAlike(snapshot, text.charCodeAt(start), (word) => {
    const length = runLength(snapshot.data.words, word)
    if (length > longest && start + length <= text.length && agrees(snapshot.data, word, text, start, length)) longest = length
  })
  return start + longest
}

/** Numbers of the lines that a word stands on; empty when the lexicon does not have it. */
export function linesOf(snapshot: Snapshot, text: string): number[] {
  const { lineOf } = tableOf(snapshot)
  const lines: number[] = []
  eachAlike(snapshot, text.charCodeAt(0), (word) => {
    if (runLength(snapshot.data.words, word) === text.length && agrees(snapshot.data, word, text, 0, text.length)) lines.push(lineOf[word])
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
  const found: string[] = []
  eachAlike(snapshot, prefix.charCodeAt(0), (word) => {
    if (runLength(words, word) > prefix.length && agrees(snapshot.data, word, prefix, 0, prefix.length)) found.push(textAt(words, word))
  })
  return found
}
