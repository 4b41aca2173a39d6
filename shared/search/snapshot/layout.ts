import type { Lists, Texts } from './runs'

/**
 * What a snapshot holds, in the order of its sections. docs/search-snapshot.md describes the same byte by byte; a change
 * here is a new FORMAT_VERSION.
 */

/** "CSS" and a file separator, read as a little-endian word. */
export const MAGIC = 0x1c535343
/** The one version this program writes and reads. */
export const FORMAT_VERSION = 5
/** Header words: magic, format version, bytes in all, checksum. */
export const HEADER_WORDS = 4
/** Index of the checksum among the header words. */
export const CHECKSUM_WORD = 3

/** The data of a snapshot; items are numbered 0 … itemCount − 1 in the order of their names. */
export interface SnapshotData {
  /** itemCount, columnCount, versionLow, versionHigh. */
  readonly numbers: Uint32Array
  /** Ids, names and codes of the items. */
  readonly ids: Texts
  readonly names: Texts
  readonly codes: Texts
  /** Display columns: `columnNames` (department and category first), all values once, then item × column → value. */
  readonly columnNames: Texts
  readonly columnValues: Texts
  readonly cells: Uint32Array
  /** Mass of each item's name (sum of its characters' idf) against the average, in 32nds; actions of each name as a mask. */
  readonly masses: Uint8Array
  readonly actions: Uint32Array
  /** Idf of each action in 20ths. */
  readonly actionIdfs: Uint8Array
  /** Aliases, the item of each, and 1 where it is learned. */
  readonly aliases: Texts
  readonly aliasItems: Uint32Array
  readonly aliasLearned: Uint8Array
  /**
   * Lexicon: the meanings, once each, in the order in which lines name them; the words of line 0, of line 1 …; how many words each line
   * has; each line's meanings, 0 for the next one that no line before has named, else how far back from that one; and the weight of
   * each of these in 100ths. Meanings and words stand next to the names that they resemble, within the reach of gzip's window.
   */
  readonly meanings: Texts
  readonly words: Texts
  readonly lineSizes: Uint32Array
  readonly lineMeanings: Lists
  readonly meaningWeights: Uint8Array
  /** Facet values: facet number, value, items (each as the distance to the one before, the first to 0). */
  readonly facetNumbers: Uint8Array
  readonly facetValues: Texts
  readonly facetItems: Lists
  /** Pins: squeezed question ascending, expiry in seconds since 1970 (0: none), items. */
  readonly pinQuestions: Texts
  readonly pinExpiries: Uint32Array
  readonly pinItems: Lists
  /** Past questions, most frequent first, and their counts. */
  readonly questions: Texts
  readonly questionCounts: Uint32Array
  /**
   * In a large catalogue only, else empty: the postings of all grams. Characters and pairs (first × 65536 + second) ascending, then
   * Latin tokens ascending; gram i has `gramPostings[gramStarts[i] … gramStarts[i + 1])`, see `toPosting`.
   */
  readonly gramKeys: Uint32Array
  readonly gramTokens: Texts
  readonly gramStarts: Uint32Array
  readonly gramPostings: Uint32Array
}

/** From this many items on a catalogue is large: the postings of its grams are stored. */
export const LARGE_CATALOGUE = 20000

/** A posting in one word: item (up to 2²⁴) × 256 + weight in 64ths. */
export const toPosting = (item: number, weight: number): number => item * 256 + weight

/** How a section is stored: as a view of bytes or words, or packed as varints (`numbers`, and `lists` of them) or in the texts' own code. */
export type Kind = 'u8' | 'u32' | 'numbers' | 'texts' | 'lists'

/** The sections in their order, with the kind of each. `lists` take two columns, lengths and values, the others one; the alphabet comes before all. */
export const SECTIONS: readonly (readonly [keyof SnapshotData, Kind])[] = [
  ['numbers', 'u32'],
  ['ids', 'texts'], ['codes', 'texts'], ['names', 'texts'], ['meanings', 'texts'], ['words', 'texts'],
  ['columnNames', 'texts'], ['columnValues', 'texts'], ['cells', 'numbers'],
  ['masses', 'u8'], ['actions', 'u32'], ['actionIdfs', 'u8'],
  ['aliases', 'texts'], ['aliasItems', 'numbers'], ['aliasLearned', 'u8'],
  ['lineSizes', 'numbers'], ['lineMeanings', 'lists'], ['meaningWeights', 'u8'],
  ['facetNumbers', 'u8'], ['facetValues', 'texts'], ['facetItems', 'lists'],
  ['pinQuestions', 'texts'], ['pinExpiries', 'u32'], ['pinItems', 'lists'],
  ['questions', 'texts'], ['questionCounts', 'numbers'],
  ['gramKeys', 'u32'], ['gramTokens', 'texts'], ['gramStarts', 'u32'], ['gramPostings', 'u32'],
]

/** Facets in the order of their numbers in `facetNumbers`. */
export const FACETS = ['department', 'area', 'audience', 'theme', 'online', 'oneWindow', 'outsideHours'] as const
