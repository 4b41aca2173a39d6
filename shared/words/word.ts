import * as v from 'valibot'
import { instant, randomId, text, wholeNumber } from '../api/fields'
import { itemId } from '../items/item'

const weight = v.pipe(v.number(), v.minValue(0.05, '权重在 0.05 与 1 之间'), v.maxValue(1, '权重在 0.05 与 1 之间'))
const meanings = v.pipe(v.array(v.strictObject({ text: text(40), weight })), v.maxLength(60))
const base = { id: randomId, version: wholeNumber }

/** One entry of the centre's words: a line of the lexicon (同义词), a learned alias (习得别名), or a pin (置顶). */
export const word = v.variant('kind', [
  v.strictObject({ ...base, kind: v.literal('lexicon'), field: text(20), sense: v.picklist(['means', 'same']), words: meanings, means: meanings }),
  v.strictObject({ ...base, kind: v.literal('alias'), item: itemId, text: text(60) }),
  v.strictObject({ ...base, kind: v.literal('pin'), question: text(60), items: v.pipe(v.array(itemId), v.minLength(1), v.maxLength(10)), expiresAt: v.optional(instant) }),
])
/** One entry of the centre's words. */
export type Word = v.InferOutput<typeof word>

/** One publication (发布) of the words. */
export const wordsPublication = v.strictObject({ number: v.number(), at: instant, byName: v.string(), note: v.optional(v.string()), words: v.number(), added: v.number(), changed: v.number(), removed: v.number() })
/** One publication of the words. */
export type WordsPublication = v.InferOutput<typeof wordsPublication>

const moved = v.strictObject({ question: v.string(), item: v.string(), before: v.number(), after: v.number() })

/** What publishing would change for the golden questions: ranks before and after, 0 for not found. */
export const wordsPreview = v.strictObject({
  draftVersion: v.number(),
  questions: v.number(),
  better: v.array(moved),
  worse: v.array(moved),
  /** Share of golden questions whose item is first, and among the first three: before and after, 0–1. */
  before: v.strictObject({ s1: v.number(), s3: v.number() }),
  after: v.strictObject({ s1: v.number(), s3: v.number() }),
})
/** What publishing would change. */
export type WordsPreview = v.InferOutput<typeof wordsPreview>
