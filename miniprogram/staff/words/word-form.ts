import * as v from 'valibot'
import { word as wordSchema, type Word } from '@shared/words/word'
import { fieldProblems } from '@shared/errors/field-problems'
import { chinaDay } from '@shared/calendar/calendar'
import { words as texts } from '../../texts/staff/words'

/** Kind of a word. */
export type WordKind = Word['kind']
type Meaning = Extract<Word, { kind: 'lexicon' }>['words'][number]

/** What the form of a word holds; each kind uses its own part. */
export interface WordForm {
  readonly field: string
  readonly sense: 'means' | 'same'
  /** One a line, a weight below 1 after a star: `落户*0.6`. */
  readonly words: string
  readonly means: string
  /** Words of an alias, or question of a pin. */
  readonly text: string
  readonly items: readonly string[]
  /** Last day on which a pin holds, `2026-12-31`; empty: for ever. */
  readonly expires: string
}

/** A form with nothing in it. */
export const emptyWord: WordForm = { field: '', sense: 'means', words: '', means: '', text: '', items: [], expires: '' }

/** Meanings as lines. */
export const linesOfMeanings = (meanings: readonly Meaning[]): string => meanings.map(({ text, weight }) => (weight === 1 ? text : `${text}*${weight}`)).join('\n')

/** Lines as meanings; a weight that is no number becomes one that the schema refuses. */
export function meaningsOf(text: string): Meaning[] {
  return text.split(/[\r\n;；]+/).map((line) => line.trim()).filter(Boolean).map((line) => {
    const star = /^(.*?)\s*[*＊×]\s*(\S+)$/.exec(line)
    if (!star) return { text: line, weight: 1 }
    const weight = Number(star[2])
    return { text: star[1], weight: Number.isFinite(weight) ? weight : 0 }
  })
}

const dayEnd = (day: string) => new Date(Date.parse(`${day}T00:00:00.000Z`) + 16 * 3_600_000).toISOString()

/** The form of a word. A pin that ends at the end of a day in China shows that day. */
export function formOfWord(word: Word): WordForm {
  if (word.kind === 'lexicon') return { ...emptyWord, field: word.field, sense: word.sense, words: linesOfMeanings(word.words), means: linesOfMeanings(word.means) }
  if (word.kind === 'alias') return { ...emptyWord, text: word.text, items: [word.item] }
  return { ...emptyWord, text: word.question, items: word.items, expires: word.expiresAt ? chinaDay(Date.parse(word.expiresAt) - 1) : '' }
}

function draftOf(kind: WordKind, form: WordForm, id: string, version: number): Record<string, unknown> {
  const base = { id, version, kind }
  if (kind === 'lexicon') return { ...base, field: form.field, sense: form.sense, words: meaningsOf(form.words), means: form.sense === 'same' ? [] : meaningsOf(form.means) }
  if (kind === 'alias') return { ...base, item: form.items[0] ?? '', text: form.text }
  return { ...base, question: form.text, items: form.items, ...(form.expires.trim() ? { expiresAt: dayEnd(form.expires.trim()) } : {}) }
}

/** Problem sentences by field of the form. */
export type WordProblems = Partial<Record<keyof WordForm, string>>

/** A filled form: the word, or sentences by field. `nowMs`: the present, for a pin's last day. */
export function checkedWord(kind: WordKind, form: WordForm, id: string, version: number, nowMs: number): { readonly word: Word } | { readonly problems: WordProblems } {
  const problems: Record<string, string> = {}
  const expires = form.expires.trim()
  if (kind === 'pin' && expires) {
    if (!/^\d{4}-\d\d-\d\d$/.test(expires) || Number.isNaN(Date.parse(expires))) problems.expires = texts.form.expiresWrong
    else if (expires < chinaDay(nowMs)) problems.expires = texts.form.expiresPast
  }
  if (kind === 'lexicon' && meaningsOf(form.words).length === 0) problems.words = texts.form.missing
  if (kind === 'lexicon' && form.sense === 'means' && meaningsOf(form.means).length === 0) problems.means = texts.form.missing
  if (kind !== 'lexicon' && form.items.length === 0) problems.items = texts.form.missing
  const parsed = problems.expires ? undefined : v.safeParse(wordSchema, draftOf(kind, form, id, version))
  for (const [path, sentence] of Object.entries(parsed && !parsed.success ? fieldProblems(parsed.issues) : {})) {
    const [field, line] = path.split('.')
    const name = field === 'question' ? 'text' : field === 'item' ? 'items' : field
    problems[name] ??= line === undefined || name === 'items' ? sentence : `第 ${Number(line) + 1} 行：${sentence}`
  }
  return parsed?.success && Object.keys(problems).length === 0 ? { word: parsed.output } : { problems }
}
