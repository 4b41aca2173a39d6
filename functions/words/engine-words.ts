import type { CompileInput, LearnedAlias, LexiconEntry, Pin } from '@shared/search'
import type { Word } from '@shared/words/word'

/** The centre's words as the search engine takes them, in a fixed order, so that the same words always give the same snapshot. */
export function engineWords(words: readonly Word[]): Required<Pick<CompileInput, 'lexicon' | 'learned' | 'pins'>> {
  const lexicon: LexiconEntry[] = []
  const learned: LearnedAlias[] = []
  const pins: Pin[] = []
  for (const word of [...words].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (word.kind === 'lexicon') lexicon.push({ field: word.field, kind: word.sense, words: word.words, means: word.means })
    else if (word.kind === 'alias') learned.push({ itemId: word.item, text: word.text })
    else pins.push({ question: word.question, itemIds: word.items, ...(word.expiresAt ? { expiresAt: Date.parse(word.expiresAt) } : {}) })
  }
  return { lexicon, learned, pins }
}
