import * as v from 'valibot'
import { instant, randomId } from '../api/fields'

/** A message in a citizen's inbox (消息); the inbox is the source of truth, WeChat's message a courtesy. */
export const message = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,80}$/)),
  at: instant,
  title: v.string(),
  text: v.string(),
  /** The complaint that it is about. */
  complaint: v.optional(randomId),
  /** The public case of somebody else that it is about, for who follows it. */
  answer: v.optional(randomId),
  read: v.boolean(),
})
/** A message in a citizen's inbox. */
export type Message = v.InferOutput<typeof message>
