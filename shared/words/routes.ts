import * as v from 'valibot'
import { byNumber, cursor, day, done, instant, nothing, randomId, text, version, wholeNumber } from '../api/fields'
import { route } from '../api/route'
import { itemId } from '../items/item'
import { word, wordsPreview, wordsPublication } from './word'

const guarded = { expectedVersion: version }

/** An alias that questions and opened results propose. */
export const proposedAlias = v.strictObject({ id: randomId, text: v.string(), item: itemId, itemName: v.string(), opened: v.number() })
/** An alias that questions and opened results propose. */
export type ProposedAlias = v.InferOutput<typeof proposedAlias>

const asked = v.strictObject({ question: v.string(), count: v.number() })

/** Routes of the centre's search words (词表): lexicon, learned aliases, pins. */
export const wordRoutes = {
  list: route({
    id: 'words.list', method: 'GET', path: '/staff/words', lambda: 'admin', who: 'word.read', params: nothing,
    query: v.strictObject({ kind: v.optional(v.picklist(['lexicon', 'alias', 'pin'])), q: v.optional(text(60)), cursor: v.optional(cursor) }), body: undefined,
    response: v.strictObject({ draftVersion: v.number(), published: v.optional(wordsPublication), changed: v.boolean(), words: v.array(word), total: v.number(), cursor: v.optional(cursor) }),
    summary: 'The draft of the centre\'s words, and what is published.',
  }),
  put: route({
    id: 'words.put', method: 'PUT', path: '/staff/words/:id', lambda: 'admin', who: 'word.edit',
    params: v.strictObject({ id: randomId }), query: nothing, body: v.strictObject({ expectedVersion: wholeNumber, word }), response: word,
    summary: 'Write a word of the draft; expected version 0 for a new one. Nothing changes for citizens before publishing.',
  }),
  remove: route({
    id: 'words.remove', method: 'POST', path: '/staff/words/:id/remove', lambda: 'admin', who: 'word.edit',
    params: v.strictObject({ id: randomId }), query: nothing, body: v.strictObject(guarded), response: done, summary: 'Take a word out of the draft.',
  }),
  preview: route({
    id: 'words.preview', method: 'GET', path: '/staff/words-preview', lambda: 'admin', who: 'word.read',
    params: nothing, query: nothing, body: undefined, response: wordsPreview,
    summary: 'Which golden questions would move up or down if the draft were published.',
  }),
  publish: route({
    id: 'words.publish', method: 'POST', path: '/staff/words-publications', lambda: 'admin', who: 'word.edit',
    params: nothing, query: nothing, body: v.strictObject({ draftVersion: v.number(), note: v.optional(text(200)) }), response: wordsPublication,
    summary: 'Publish the draft that was previewed.',
  }),
  history: route({
    id: 'words.history', method: 'GET', path: '/staff/words-publications', lambda: 'admin', who: 'word.read',
    params: nothing, query: nothing, body: undefined, response: v.strictObject({ publications: v.array(wordsPublication) }),
    summary: 'What was published when and by whom, newest first.',
  }),
  undo: route({
    id: 'words.undo', method: 'POST', path: '/staff/words-publications/:number/undo', lambda: 'admin', who: 'word.edit',
    params: byNumber, query: nothing, body: undefined, response: wordsPublication,
    summary: 'Publish the words as they were before a publication.',
  }),
  report: route({
    id: 'words.report', method: 'GET', path: '/staff/search-report', lambda: 'admin', who: 'word.read',
    params: nothing, query: nothing, body: undefined,
    response: v.strictObject({
      since: day,
      nothingFound: v.array(asked),
      neverOpened: v.array(asked),
      sought: v.array(v.strictObject({ at: instant, question: v.string(), sought: v.string() })),
      proposed: v.array(proposedAlias),
    }),
    summary: 'Questions without a result, questions whose first three are never opened, and proposed aliases.',
  }),
  decideAlias: route({
    id: 'words.decideAlias', method: 'POST', path: '/staff/search-report/aliases/:id', lambda: 'admin', who: 'word.edit',
    params: v.strictObject({ id: randomId }), query: nothing, body: v.strictObject({ accept: v.boolean() }), response: done,
    summary: 'Accept a proposed alias into the draft, or decline it.',
  }),
}
