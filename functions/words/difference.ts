import type { Word } from '@shared/words/word'

/** What a word says, without its version. */
const said = ({ version: _version, ...word }: Word): string => JSON.stringify(word, Object.keys(word).sort().concat('text', 'weight'))

/** Whether two words say the same. */
export const sameWord = (a: Word | undefined, b: Word | undefined): boolean => (a && b ? said(a) === said(b) : a === b)

/** How many words are new, different and gone. */
export function difference(before: readonly Word[], after: readonly Word[]): { added: number; changed: number; removed: number } {
  const former = new Map(before.map((word) => [word.id, word]))
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const word of after) {
    const old = former.get(word.id)
    if (!old) counts.added++
    else if (!sameWord(old, word)) counts.changed++
    former.delete(word.id)
  }
  return { ...counts, removed: former.size }
}
