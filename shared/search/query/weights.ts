/** The numbers of the ranking, tuned on the trial questions; docs/search.md says what each brings. */
export const WEIGHTS = {
  /** A single character against a pair. */
  single: 0.7,
  /** A pair that only names an office action. */
  actionWord: 0.7,
  /** Saturation of repeated grams (BM25's k₁; its b is 0). */
  saturation: 0.8,
  /** A lexicon meaning against the question's own words. */
  lexicon: 0.7,
  /** The most score that one meaning may bring: base + perCharacter × length of the word in the question. */
  meaningCapBase: 8,
  meaningCapPerCharacter: 6,
  /** Weight of spans that overlap. */
  overlap: 0.75,
  /** Part of the score that is divided by the mass of the name. */
  massPart: 0.1,
  /** Rerank: bonus for the share of the name that is explained. */
  coverage: 2,
  /** Rerank: bonus for the same action, penalty for a contradicting one, and the factor when only one verb hints at it. */
  sameAction: 0.45,
  otherAction: 0.2,
  hintedAction: 0.7,
  /** Rerank: penalty of 变更, 注销 … items for a question that names no action. */
  plainQuestion: 0.12,
  /** Rerank: the question is the name, begins it, stands in it. */
  exactName: 3,
  prefixOfName: 1.25,
  insideName: 1.2,
  /** Rerank: the question is an alias that staff wrote. */
  exactAlias: 2.5,
} as const

/** Rarity (20ths) below which a single character is frequent: one item in fifty has it. */
export const FREQUENT_RARITY = 78

/** How many candidates are reranked; from 64 to 180 the first ten of all trial questions are the same. */
export const RERANK_DEPTH = 80

/** … for each other reading of the question: with 40 in place of 80 the first three of 9,673 questions are the same but for one. */
export const GUESS_DEPTH = 40
