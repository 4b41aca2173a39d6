import { ServiceError } from '@shared/errors/service-error'
import { wordRoutes } from '@shared/words/routes'
import type { Word } from '@shared/words/word'
import type { Staff } from '../platform/actor'
import { fromCursor, toCursor } from '../platform/cursor'
import { bind, type Binding } from '../platform/http/handler'
import type { Editor } from '../items/service'
import type { WordService } from './service'

const editor = (staff: Staff): Editor => ({ centre: staff.centre, name: staff.name })
const pageSize = 100

/** Everything that a word says, for finding it. */
function textOf(word: Word): string {
  if (word.kind === 'lexicon') return [word.field, ...word.words.map(({ text }) => text), ...word.means.map(({ text }) => text)].join('\n')
  return word.kind === 'alias' ? `${word.text}\n${word.item}` : [word.question, ...word.items].join('\n')
}

/** Staff routes of the centre's search words and of what searches tell. */
export function wordStaffBindings(words: WordService): Binding[] {
  return [
    bind(wordRoutes.list, async ({ actor, query: { kind, q = '', cursor } }) => {
      const { words: all, ...state } = await words.list(actor.centre)
      const found = all.filter((word) => (!kind || word.kind === kind) && textOf(word).includes(q)).sort((a, b) => (a.id < b.id ? -1 : 1))
      const after = fromCursor(cursor)
      const rest = after === undefined ? found : found.filter(({ id }) => id > after)
      const page = rest.slice(0, pageSize)
      return { ...state, words: page, total: found.length, ...(rest.length > pageSize ? { cursor: toCursor(page[page.length - 1]?.id ?? '') } : {}) }
    }),
    bind(wordRoutes.put, ({ actor, params, body }) => {
      if (body.word.id !== params.id) throw new ServiceError('invalid-request', { fields: { 'word.id': '与网址中的编号不一致' } })
      return words.put(editor(actor), body.word, body.expectedVersion)
    }),
    bind(wordRoutes.remove, async ({ actor, params, body }) => {
      await words.remove(editor(actor), params.id, body.expectedVersion)
      return { done: true as const }
    }),
    bind(wordRoutes.preview, ({ actor }) => words.preview(actor.centre)),
    bind(wordRoutes.publish, ({ actor, body }) => words.publish(editor(actor), body.draftVersion, body.note)),
    bind(wordRoutes.history, async ({ actor }) => ({ publications: await words.history(actor.centre) })),
    bind(wordRoutes.undo, ({ actor, params }) => words.undo(editor(actor), Number(params.number))),
    bind(wordRoutes.report, ({ actor }) => words.report(actor.centre)),
    bind(wordRoutes.decideAlias, async ({ actor, params, body }) => {
      await words.decide(editor(actor), params.id, body.accept)
      return { done: true as const }
    }),
  ]
}
