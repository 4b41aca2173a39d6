import { cut_for_search } from 'jieba-wasm'

/** Overlapping pairs of characters of every run of letters, digits or Hanzi; a lone character stands for itself. */
export function bigrams(text: string): string[] {
  const tokens: string[] = []
  for (const run of text.toLowerCase().match(/[0-9a-z\u3400-\u9fff]+/g) || []) {
    if (run.length === 1) tokens.push(run)
    for (let i = 0; i + 1 < run.length; i++) tokens.push(run.slice(i, i + 2))
  }
  return tokens
}

/** Words of jieba's search mode, punctuation dropped. */
export const jiebaWords = (text: string): string[] => cut_for_search(text.toLowerCase(), true).filter((word) => /[0-9a-z\u3400-\u9fff]/.test(word))
