/** A golden question (标准问题): how people ask, and which items are the right answer. */
export interface GoldenQuestion {
  readonly question: string
  /** Right answers: an item is right whose name contains all parts, joined by `&`, of any entry. */
  readonly expected: readonly string[]
}

/** Whether an item of this name answers the question. */
export const answers = (name: string, expected: readonly string[]): boolean => expected.some((entry) => entry.split('&').every((part) => name.includes(part)))

/** Rank of the first right answer among names, 1 for the first; 0 when none is right. */
export const rankOf = (names: readonly string[], expected: readonly string[]): number => names.findIndex((name) => answers(name, expected)) + 1
