import * as v from 'valibot'
import { kept } from './kept'

const drafts = v.record(v.string(), v.object({ clientKey: v.string(), text: v.string() }))
/** What is being added to complaints, by complaint id; the key makes sending it twice one reply. */
export type ReplyDrafts = v.InferOutput<typeof drafts>

/** Replies being written on this device. */
export const replyDrafts = kept<ReplyDrafts>({
  key: 'reply-drafts',
  version: 1,
  empty: {},
  parse: (value) => {
    const parsed = v.safeParse(drafts, value)
    return parsed.success ? parsed.output : undefined
  },
})
