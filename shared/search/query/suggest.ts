import { fold, squeeze } from '../analysis/fold'
import { wordsBeginning } from '../snapshot/lexicon'
import { runCount, textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import type { Suggestion } from '../types'
import { answer } from './answer'

/** Most completions offered. */
const MOST = 8
/** Texts of one kind that are looked through at most, so that typing stays fluent in any catalogue. */
const LOOK_AT_MOST = 20000

/**
 * Completions of what is being typed: past questions, aliases and names that begin with it, then those that contain it, then the best
 * results' names. At most 8, none twice, the same for the same letters.
 */
export function suggest(snapshot: Snapshot, typed: string, limit = MOST): Suggestion[] {
  const wanted = squeeze(fold(typed.slice(0, 50)))
  if (!wanted) return []
  const chosen = new Map<string, Suggestion>()
  const offer = (suggestion: Suggestion): void => {
    const key = squeeze(fold(suggestion.text))
    if (chosen.size < Math.min(limit, MOST) && !chosen.has(key) && key !== wanted) chosen.set(key, suggestion)
  }
  const texts = completable(snapshot)
  for (const begins of [true, false]) {
    for (const { key, suggestion } of texts) {
      const at = key.indexOf(wanted)
      if (begins ? at === 0 : at > 0) offer(suggestion())
    }
    if (begins) for (const word of wordsFrom(snapshot, wanted)) offer({ text: word, kind: 'word' })
  }
  for (const { item } of answer(snapshot, typed, undefined).ranked.slice(0, MOST)) offer({ text: snapshot.name(item), kind: 'name', itemId: snapshot.id(item) })
  return [...chosen.values()]
}

interface Completable {
  readonly key: string
  readonly suggestion: () => Suggestion
}

/** Past questions (most frequent first), then aliases and names, the shorter first; squeezed, made once. */
function completable(snapshot: Snapshot): readonly Completable[] {
  return snapshot.derive('completable', () => {
    const { questions, aliases, aliasItems, aliasLearned, names } = snapshot.data
    const rows: Completable[] = []
    const add = (text: string, suggestion: () => Suggestion): void => void rows.push({ key: squeeze(fold(text)), suggestion })
    const upTo = (count: number): number => Math.min(count, LOOK_AT_MOST)
    for (let i = 0; i < upTo(runCount(questions)); i++) add(textAt(questions, i), () => ({ text: textAt(questions, i), kind: 'question' }))
    for (let i = 0; i < upTo(runCount(aliases)); i++) {
      if (!aliasLearned[i]) add(textAt(aliases, i), () => ({ text: textAt(aliases, i), kind: 'alias', itemId: snapshot.id(aliasItems[i]) }))
    }
    for (let i = 0; i < upTo(runCount(names)); i++) add(textAt(names, i), () => ({ text: textAt(names, i), kind: 'name', itemId: snapshot.id(i) }))
    const asked = Math.min(runCount(questions), LOOK_AT_MOST)
    return [...rows.slice(0, asked), ...rows.slice(asked).sort((a, b) => a.key.length - b.key.length)]
  })
}

/** Lexicon words that begin with the text, shortest first. */
const wordsFrom = (snapshot: Snapshot, wanted: string): string[] =>
  wordsBeginning(snapshot, wanted).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
