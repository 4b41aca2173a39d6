import * as v from 'valibot'
import { kept } from './kept'
import type { DraftPhoto } from './draft-photos'

/** The address of a photo does not outlive the app: it is not read again. */
const photo = v.object({ id: v.string(), at: v.number() })
const drafts = v.record(v.string(), v.object({ clientKey: v.string(), text: v.string(), photos: v.optional(v.array(photo), []) }))

/** What is being added to a complaint. */
export interface ReplyDraft {
  /** Makes sending it twice one reply; empty until it is sent for the first time as it is now. */
  readonly clientKey: string
  readonly text: string
  readonly photos: readonly DraftPhoto[]
}
/** What is being added to complaints, by complaint id. */
export type ReplyDrafts = Readonly<Record<string, ReplyDraft>>

const nothing: ReplyDraft = { clientKey: '', text: '', photos: [] }

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

/** Changes what is being written; with other words or photos it is another reply, which needs another key. */
export function changeReply(id: string, how: (draft: ReplyDraft) => Partial<Pick<ReplyDraft, 'text' | 'photos'>>): void {
  replyDrafts.change((all) => ({ ...all, [id]: { ...nothing, ...all[id], ...how(all[id] ?? nothing), clientKey: '' } }))
}

/** Gives what is being written the key under which it is sent, now and again after a lost answer. */
export function giveKey(id: string, clientKey: string): void {
  replyDrafts.change((all) => ({ ...all, [id]: { ...nothing, ...all[id], clientKey } }))
}

/** Forgets what was being written: it was sent, or is not wanted. */
export function forgetReply(id: string): void {
  replyDrafts.change(({ [id]: _, ...others }) => others)
}
