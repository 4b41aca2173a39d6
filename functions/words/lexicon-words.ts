import type { LexiconEntry } from '@shared/search'
import type { Word } from '@shared/words/word'
import { derivedId } from '../platform/ids'

/** Lines of the project's lexicon as words of a centre. The id is made from the line, so that the same line is the same word everywhere. */
export function lexiconWords(entries: readonly LexiconEntry[]): Word[] {
  const words = new Map<string, Word>()
  for (const { field, kind, words: said, means } of entries) {
    const id = derivedId(JSON.stringify([field, kind, said, means]))
    words.set(id, { kind: 'lexicon', id, version: 1, field, sense: kind, words: [...said], means: [...means] })
  }
  return [...words.values()]
}
