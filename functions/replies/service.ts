import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { replyList, replyOccasions, type Reply, type ReplyVersion } from '@shared/replies/reply'
import type { Clock } from '../platform/clock'
import { createVersionedList, type ListEditor, type ListVersion } from '../platform/versioned-list'

/** Use cases of the official account's replies. */
export interface ReplyService {
  /** The replies in force, remembered for a minute; none when the centre has written none. */
  inForce(centre: string): Promise<readonly Reply[]>
  list(centre: string): Promise<{ number: number; replies: Reply[] }>
  /** @throws ServiceError `version-conflict` */
  put(by: ListEditor, expectedNumber: number, replies: readonly Reply[], note: string): Promise<ReplyVersion>
  history(centre: string): Promise<ReplyVersion[]>
  /** Puts back what was in force before version `number`. @throws ServiceError `not-found`, `version-conflict` */
  undo(by: ListEditor, number: number, expectedNumber: number): Promise<ReplyVersion>
  /** Writes a centre's first replies; does nothing when it has any. */
  begin(by: ListEditor, replies: readonly Reply[]): Promise<boolean>
}

const keepMs = 60_000

/** How staff know a reply: its first keyword, or its occasion. */
const nameOf = ({ occasion, keywords }: Reply) => (occasion === 'keyword' ? keywords[0] ?? '' : replyOccasions[occasion])

const versionOf = ({ entries, ...it }: ListVersion & { readonly entries: readonly Reply[] }): ReplyVersion => ({ ...it, replies: entries.length })

/** The replies' use cases over the centres table. Keys: docs/data-model.md. */
export function createReplyService(client: DynamoDBDocumentClient, table: string, now: Clock): ReplyService {
  const list = createVersionedList<Reply>({ client, table, now, name: 'replies', schema: replyList, nameOf })
  const remembered = new Map<string, { replies: readonly Reply[]; until: number }>()
  return {
    async inForce(centre) {
      const known = remembered.get(centre)
      if (known && known.until > now()) return known.replies
      const { entries } = await list.current(centre)
      remembered.set(centre, { replies: entries, until: now() + keepMs })
      return entries
    },
    async list(centre) {
      const { number, entries } = await list.current(centre)
      return { number, replies: [...entries] }
    },
    async put(by, expectedNumber, replies, note) {
      const version = versionOf(await list.put(by, expectedNumber, replies, note))
      remembered.delete(by.centre)
      return version
    },
    history: async (centre) => (await list.history(centre)).map(versionOf),
    async undo(by, number, expectedNumber) {
      const version = versionOf(await list.undo(by, number, expectedNumber))
      remembered.delete(by.centre)
      return version
    },
    begin: (by, replies) => list.begin(by, replies),
  }
}
