import * as v from 'valibot'
import { cursor, instant, randomId } from '../api/fields'

/** A message in a citizen's inbox (消息); the inbox is the source of truth, WeChat's message a courtesy. */
export const message = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,80}$/)),
  at: instant,
  title: v.string(),
  text: v.string(),
  /** The complaint that it is about and that the reader may open. */
  complaint: v.optional(randomId),
  /** The public case of somebody else that it is about, for who follows it. */
  answer: v.optional(randomId),
  read: v.boolean(),
})
/** A message in an inbox: a citizen's, or the one that staff of an office or desk share; `read` is each reader's own. */
export type Message = v.InferOutput<typeof message>

/** A message that could not be sent by WeChat; the inbox has it all the same. Of the citizen it tells nothing. */
export const deadLetter = v.strictObject({
  /** Opaque; changes when it is given up anew. */
  id: cursor,
  /** When it was given up. */
  at: instant,
  title: v.string(),
  attempts: v.number(),
  /** Why, in plain words with what to do. */
  reason: v.string(),
})
/** A message that could not be sent by WeChat. */
export type DeadLetter = v.InferOutput<typeof deadLetter>

/** Most unread messages that are counted: above it stands 99+. */
export const mostUnread = 100
