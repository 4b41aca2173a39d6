import { isLetter } from '../analysis/characters'
import { fold, squeeze } from '../analysis/fold'
import { stripNoise } from '../analysis/noise'
import { wordsBeginning } from '../snapshot/lexicon'
import { charactersBeginning } from '../pinyin/syllables'
import { runCount, textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import type { Suggestion } from '../types'
import { answer } from './answer'

/** Most completions offered. */
const MOST = 8
/** Texts of one kind that are looked through at most, so that typing stays fluent in any catalogue. */
const LOOK_AT_MOST = 20000
/** A text that others go on from by so many characters is a stem (社保, 社保卡); one that so many go on from comes before longer texts, if it is among the first. */
const GOES_ON = 2
const MANY = 4
const MOST_STEMS = 3
/**
 * Completions of what is being typed: past questions, stems, aliases and names that begin with it, then those that contain it; the same
 * for what letters or a slip mean (shebao: 社保) and for what stands after polite words; then the best results' names. Lexicon words that are no
 * stems are for finding, not for offering (驾照掉, 低保停). At most 8, none twice, the same for the same letters.
 */
export function suggest(snapshot: Snapshot, typed: string, limit = MOST): Suggestion[] {
  const most = Math.min(limit, MOST)
  const folded = fold(typed.slice(0, 50))
  const wanted = squeeze(folded)
  if (!wanted) return []
  const chosen = new Map<string, Suggestion>()
  const offer = (suggestion: Suggestion): void => {
    const key = squeeze(fold(suggestion.text))
    if (chosen.size < most && !chosen.has(key) && key !== wanted) chosen.set(key, suggestion)
  }
  offerBeginning(snapshot, wanted, offer)
  for (const { key, suggestion } of completable(snapshot)) if (key.indexOf(wanted) > 0) offer(suggestion())
  if (chosen.size >= most) return [...chosen.values()]
  for (const text of stemsOfSyllable(snapshot, wanted)) offer({ text, kind: 'word' })
  if (chosen.size >= most) return [...chosen.values()]
  const { ranked, didYouMean } = answer(snapshot, typed, undefined)
  const meant = squeeze(stripNoise(didYouMean === undefined ? folded : fold(didYouMean)))
  if (meant && meant !== wanted) {
    if (didYouMean !== undefined && [...wanted].some((character) => isLetter(character.charCodeAt(0)))) offer({ text: didYouMean, kind: 'word' })
    offerBeginning(snapshot, meant, offer)
  }
  for (const { item } of ranked.slice(0, MOST)) offer({ text: snapshot.name(item), kind: 'name', itemId: snapshot.id(item) })
  return [...chosen.values()]
}

/** Offers what begins with a squeezed text and is longer. */
function offerBeginning(snapshot: Snapshot, wanted: string, offer: (suggestion: Suggestion) => void): void {
  const rows = completable(snapshot).filter(({ key }) => key.length > wanted.length && key.startsWith(wanted))
  for (const { suggestion, asked } of rows) if (asked) offer(suggestion())
  const stems = stemsOf([...rows.map(({ key }) => key), ...wordsBeginning(snapshot, wanted)])
  const common = stems.filter(({ count }) => count >= MANY).slice(0, MOST_STEMS)
  for (const { text } of common) offer({ text, kind: 'word' })
  for (const { suggestion, asked } of rows) if (!asked) offer(suggestion())
  for (const { text } of stems) offer({ text, kind: 'word' })
}

/** Those of the texts that others go on from, and how many do; most first. */
function stemsOf(texts: readonly string[]): { readonly text: string; readonly count: number }[] {
  const sorted = [...new Set(texts)].sort()
  const stems = sorted.map((text, i) => {
    let count = 0
    for (let next = i + 1; next < sorted.length && sorted[next].startsWith(text); next++) if (sorted[next].length >= text.length + GOES_ON) count++
    return { text, count }
  })
  return stems.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || a.text.length - b.text.length)
}

/** Stems that sound like the beginning of one syllable, when letters are no more than that (she: 社保, 设立); else none. */
function stemsOfSyllable(snapshot: Snapshot, letters: string): string[] {
  if (letters.length < 2 || !/^[a-z]+$/.test(letters)) return []
  const first = new Set(charactersBeginning(letters))
  const rows = completable(snapshot).filter(({ key }) => first.has(key.charCodeAt(0)))
  const words = [...first].flatMap((character) => wordsBeginning(snapshot, String.fromCharCode(character)))
  return stemsOf([...rows.map(({ key }) => key), ...words]).filter(({ count }) => count >= MANY).slice(0, MOST).map(({ text }) => text)
}

interface Completable {
  readonly key: string
  readonly suggestion: () => Suggestion
  /** It is a past question. */
  readonly asked: boolean
}

/** Past questions (most frequent first), then aliases and names, the shorter first; squeezed, made once. */
function completable(snapshot: Snapshot): readonly Completable[] {
  return snapshot.derive('completable', () => {
    const { questions, aliases, aliasItems, aliasLearned, names } = snapshot.data
    const rows: Completable[] = []
    const add = (text: string, suggestion: () => Suggestion): void =>
      void rows.push({ key: squeeze(fold(text)), suggestion, asked: rows.length < Math.min(runCount(questions), LOOK_AT_MOST) })
    const upTo = (count: number): number => Math.min(count, LOOK_AT_MOST)
    for (let i = 0; i < upTo(runCount(questions)); i++) add(textAt(questions, i), () => ({ text: textAt(questions, i), kind: 'question' }))
    for (let i = 0; i < upTo(runCount(aliases)); i++) {
      if (!aliasLearned[i]) add(textAt(aliases, i), () => ({ text: textAt(aliases, i), kind: 'alias', itemId: snapshot.id(aliasItems[i]) }))
    }
    for (let i = 0; i < upTo(runCount(names)); i++) add(textAt(names, i), () => ({ text: textAt(names, i), kind: 'name', itemId: snapshot.id(i) }))
    const asked = upTo(runCount(questions))
    return [...rows.slice(0, asked), ...rows.slice(asked).sort((a, b) => a.key.length - b.key.length)]
  })
}
