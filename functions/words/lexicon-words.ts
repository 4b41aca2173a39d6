import { createHash } from 'node:crypto'
import type { LexiconEntry } from '@shared/search'
import type { Word } from '@shared/words/word'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Lines of the project's lexicon as words of a centre. The id is made from the line, so that the same line is the same word everywhere. */
export function lexiconWords(entries: readonly LexiconEntry[]): Word[] {
  const words = new Map<string, Word>()
  for (const { field, kind, words: said, means } of entries) {
    const digest = createHash('sha256').update(JSON.stringify([field, kind, said, means])).digest()
    const id = Array.from(digest.subarray(0, 20), (byte) => alphabet[byte & 31]).join('')
    words.set(id, { kind: 'lexicon', id, version: 1, field, sense: kind, words: [...said], means: [...means] })
  }
  return [...words.values()]
}
