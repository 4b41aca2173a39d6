import * as v from 'valibot'
import { centreId, cursor, done, inCentre, nothing } from '../api/fields'
import { route } from '../api/route'
import { deadLetter, message } from './message'

const oneMessage = v.strictObject({ id: message.entries.id })

/** Routes of the citizens' inbox (消息), the one that staff of a desk, an office or a rank share, and what WeChat did not take. */
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
  readUpTo: route({
    id: 'messages.readUpTo', method: 'POST', path: '/centres/:centre/messages/read', lambda: 'complaints', who: 'citizen',
    params: inCentre, query: nothing, body: v.strictObject({ upTo: message.entries.id }), response: v.strictObject({ upTo: v.optional(message.entries.id) }),
    summary: 'Mark one of my messages and the older ones as read, a bounded part at a time; `upTo` of the answer, when there is one, is what to ask for next. What came later stays unread.',
  }),
  staffList: route({
    id: 'messages.staffList', method: 'GET', path: '/staff/messages', lambda: 'complaints', who: 'message.read',
    params: nothing, query: v.strictObject({ cursor: v.optional(cursor) }), body: undefined,
    response: v.strictObject({ messages: v.array(message), cursor: v.optional(cursor) }),
    summary: 'What came to my desk, office or rank, newest first, and what of it I have read.',
  }),
  staffUnread: route({
    id: 'messages.staffUnread', method: 'GET', path: '/staff/messages/unread', lambda: 'complaints', who: 'message.read',
    params: nothing, query: nothing, body: undefined, response: v.strictObject({ unread: v.number() }),
    summary: 'How many of them I have not read, 100 at most.',
  }),
  staffRead: route({
    id: 'messages.staffRead', method: 'POST', path: '/staff/messages/:id/read', lambda: 'complaints', who: 'message.read',
    params: oneMessage, query: nothing, body: undefined, response: done, summary: 'I have read one of them; for my colleagues it stays unread.',
  }),
  staffReadUpTo: route({
    id: 'messages.staffReadUpTo', method: 'POST', path: '/staff/messages/read', lambda: 'complaints', who: 'message.read',
    params: nothing, query: nothing, body: v.strictObject({ upTo: message.entries.id }), response: done, summary: 'I have read this one and everything before it.',
  }),
  deadLetters: route({
    id: 'messages.deadLetters', method: 'GET', path: '/staff/dead-letters', lambda: 'admin', who: 'message.resend',
    params: nothing, query: v.strictObject({ cursor: v.optional(cursor) }), body: undefined,
    response: v.strictObject({ deadLetters: v.array(deadLetter), cursor: v.optional(cursor) }),
    summary: 'Subscribe messages that WeChat did not take in any attempt, newest first; the inbox has them all the same.',
  }),
  resend: route({
    id: 'messages.resend', method: 'POST', path: '/staff/dead-letters/resend', lambda: 'admin', who: 'message.resend',
    params: nothing, query: nothing, body: v.strictObject({ id: v.optional(deadLetter.entries.id) }), response: v.strictObject({ count: v.number() }),
    summary: 'Have one of them sent again within five minutes, or all when none is named.',
  }),
}
