import { fold, squeeze } from '../analysis/fold'
import { countGrams, isSingle, type Gram } from '../analysis/grams'
import { rarity } from '../analysis/rarity'
import type { SnapshotData } from '../snapshot/layout'
import { packLists, packTexts } from '../snapshot/runs'
import type { LexiconEntry, Meaning } from '../types'
import type { ItemIndex } from './index-items'

/** Weights of meanings are stored in 100ths. */
const WEIGHT_STEPS = 100
/** A meaning is kept when one item has at least this share of its rarity. */
const REACH = 0.8
/** Words up to this length stay although a shorter one implies them: pinyin, initials and homophones know whole words only. */
const SHORT = 4
/** In catalogues larger than this every meaning is kept: each will match something, and looking costs minutes. */
const PRUNING_LIMIT = 20000

type LexiconSections = Pick<SnapshotData, 'meanings' | 'words' | 'lineSizes' | 'lineMeanings' | 'meaningWeights'>

interface Line {
  readonly words: readonly string[]
  readonly means: ReadonlyMap<string, number>
}

/** Lays out the lexicon, without the entries that can match nothing in this catalogue. */
export function lexiconSections(lexicon: readonly LexiconEntry[], index: ItemIndex): LexiconSections {
  const reaches = reachTest(index)
  const lines = withoutImplied(lexicon.map((entry) => toLine(entry, reaches))).filter((line) => line.words.length > 0)
  const words = lines.flatMap((line) => line.words)
  const meanings = [...new Set(lines.flatMap((line) => [...line.means.keys()]))]
  const numberOf = new Map(meanings.map((text, i) => [text, i]))
  const rows = lines.map((line) => meaningRows(line, numberOf))
  return {
    meanings: packTexts(meanings),
    words: packTexts(words),
    lineSizes: Uint32Array.from(lines, (line) => line.words.length),
    lineMeanings: packLists(backReferences(rows)),
    meaningWeights: Uint8Array.from(rows.flat(), ({ weight }) => weight),
  }
}

/** Leaves out longer words that contain a shorter word with all their meanings: the shorter one is found in the question just as well. */
function withoutImplied(lines: readonly Line[]): Line[] {
  const meansOf = new Map<string, Map<string, number>>()
  for (const { words, means } of lines) {
    for (const word of words) {
      const all = meansOf.get(word) || new Map<string, number>()
      for (const [text, weight] of means) all.set(text, Math.max(weight, all.get(text) || 0))
      meansOf.set(word, all)
    }
  }
  const implied = (word: string): boolean => {
    const wanted = [...meansOf.get(word)!]
    for (let start = 0; start + 1 < word.length; start++) {
      for (let end = start + 2; end <= word.length && end - start < word.length; end++) {
        const shorter = meansOf.get(word.slice(start, end))
        if (shorter && wanted.every(([text, weight]) => (shorter.get(text) || 0) >= weight)) return true
      }
    }
    return false
  }
  return lines.map(({ words, means }) => ({ words: words.filter((word) => word.length <= SHORT || !implied(word)), means }))
}

/** A line as the snapshot has it, without words that have no reachable meaning other than themselves. */
function toLine(entry: LexiconEntry, reaches: (text: string) => boolean): Line {
  const meanings = entry.kind === 'same' ? entry.words : entry.means
  const means = new Map<string, number>()
  for (const { text, weight } of meanings as readonly Meaning[]) {
    const folded = fold(text).trim()
    if (squeeze(folded) && reaches(folded)) means.set(folded, Math.max(means.get(folded) || 0, Math.round(weight * WEIGHT_STEPS)))
  }
  const words = [...new Set(entry.words.map((word) => squeeze(fold(word.text))))]
  const useful = words.filter((word) => word && [...means.keys()].some((text) => text !== word))
  return { words: sideBySide(useful), means }
}

/** The words so that each is followed by the one that shares most with it: gzip finds what repeats, and repeats it cheaper the nearer it is. */
function sideBySide(words: readonly string[]): string[] {
  const left = [...words]
  const ordered = left.splice(0, 1)
  while (left.length > 0) {
    const shares = left.map((word) => shared(ordered[ordered.length - 1], word))
    ordered.push(...left.splice(shares.indexOf(Math.max(...shares)), 1))
  }
  return ordered
}

/** Share of a word that another one has: stretches of one to three characters, the longer ones count more. */
function shared(other: string, word: string): number {
  let sum = 0
  for (let length = 1; length <= 3; length++) {
    for (let start = 0; start + length <= word.length; start++) if (other.includes(word.slice(start, start + length))) sum += length * length
  }
  return sum / word.length
}

/** Tells whether some item has most of a text's rarity, so that the text can find anything at all. */
function reachTest({ grams, itemCount }: ItemIndex): (text: string) => boolean {
  if (itemCount > PRUNING_LIMIT) return () => true
  const found = new Map<string, boolean>()
  return (text) => {
    let answer = found.get(text)
    if (answer === undefined) found.set(text, (answer = bestShare(text) >= REACH))
    return answer
  }

  function bestShare(text: string): number {
    const shares = new Map<number, number>()
    let total = 0
    const weigh = (gram: Gram): number => (isSingle(gram) ? 0.7 : 1) * rarity(grams.get(gram)?.items.length || 0, itemCount)
    for (const gram of countGrams(text).keys()) {
      total += weigh(gram)
      for (const item of grams.get(gram)?.items || []) shares.set(item, (shares.get(item) || 0) + weigh(gram))
    }
    return Math.max(0, ...shares.values()) / (total || 1)
  }
}

/** A line's meanings by ascending number, with their weights in 100ths. */
const meaningRows = (line: Line, numberOf: ReadonlyMap<string, number>): { readonly number: number; readonly weight: number }[] =>
  [...line.means].map(([text, weight]) => ({ number: numberOf.get(text)!, weight })).sort((a, b) => a.number - b.number)

/** The numbers as distances back from the first meaning that no line before has named; 0 for that one itself. */
function backReferences(lines: readonly (readonly { readonly number: number }[])[]): number[][] {
  let next = 0
  return lines.map((line) => line.map(({ number }) => (number === next ? (next++, 0) : next - number)))
}
