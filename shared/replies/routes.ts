import * as v from 'valibot'
import { byNumber, maybeText, nothing, wholeNumber } from '../api/fields'
import { route } from '../api/route'
import { replyList, replyVersion } from './reply'

/** Routes of the official account's replies (自动回复). */
export const replyRoutes = {
  list: route({
    id: 'replies.list', method: 'GET', path: '/staff/replies', lambda: 'admin', who: 'reply.read', params: nothing, query: nothing, body: undefined,
    response: v.strictObject({ number: wholeNumber, replies: replyList }),
    summary: 'The replies in force with the number of their version; 0 when the centre has written none.',
  }),
  put: route({
    id: 'replies.put', method: 'PUT', path: '/staff/replies', lambda: 'admin', who: 'reply.edit', params: nothing, query: nothing,
    body: v.strictObject({ expectedNumber: wholeNumber, replies: replyList, note: v.optional(maybeText(200), '') }), response: replyVersion,
    summary: 'Replace the replies, as the next version; citizens have them within a minute.',
  }),
  history: route({
    id: 'replies.history', method: 'GET', path: '/staff/replies-history', lambda: 'admin', who: 'reply.read', params: nothing, query: nothing, body: undefined,
    response: v.strictObject({ versions: v.array(replyVersion) }),
    summary: 'Who changed the replies when, newest first.',
  }),
  undo: route({
    id: 'replies.undo', method: 'POST', path: '/staff/replies-history/:number/undo', lambda: 'admin', who: 'reply.edit',
    params: byNumber, query: nothing,
    body: v.strictObject({ expectedNumber: wholeNumber }), response: replyVersion,
    summary: 'Put the replies back as they were before a version, as a new version.',
  }),
}
