import * as v from 'valibot'
import { centreId, cursor, done, inCentre, nothing } from '../api/fields'
import { route } from '../api/route'
import { message } from './message'

/** Routes of the citizen's inbox (消息). */
export const messageRoutes = {
  list: route({
    id: 'messages.list', method: 'GET', path: '/centres/:centre/messages', lambda: 'complaints', who: 'citizen',
    params: inCentre, query: v.strictObject({ cursor: v.optional(cursor) }), body: undefined,
    response: v.strictObject({ messages: v.array(message), unread: v.number(), cursor: v.optional(cursor) }),
    summary: 'My messages, newest first, and how many of this page are unread.',
  }),
  read: route({
    id: 'messages.read', method: 'POST', path: '/centres/:centre/messages/:id/read', lambda: 'complaints', who: 'citizen',
    params: v.strictObject({ centre: centreId, id: message.entries.id }), query: nothing, body: undefined, response: done,
    summary: 'Mark one of my messages as read.',
  }),
}
