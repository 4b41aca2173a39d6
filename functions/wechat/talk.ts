import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { Clock } from '../platform/clock'
import { ttlAt } from '../platform/dynamo'
import { sha256 } from '../platform/ids'

/** What was last shown to somebody, so that 更多 and a number can go on from it. */
const talk = v.object({
  question: v.string(),
  /** Ids on the page shown, in order. */
  ids: v.array(v.string()),
  /** Place of the page's first item among all results. */
  from: v.number(),
  /** Place where the next page begins. */
  next: v.number(),
  /** Key of the message that the page answered: the same message again gets the same page. */
  message: v.string(),
})
/** What was last shown to somebody. */
export type Talk = v.InferOutput<typeof talk>

/** Memory of talks with the official account: some minutes, under a hash of the openid. */
export interface Talks {
  last(centre: string, openid: string): Promise<Talk | undefined>
  keep(centre: string, openid: string, it: Talk): Promise<void>
}

/** As long as somebody may look for their papers before they ask on. */
const keptMs = 10 * 60_000

/** Talks in the caches table. */
export function createTalks(client: DynamoDBDocumentClient, table: string, now: Clock): Talks {
  const pkOf = (centre: string, openid: string) => `${centre}#wechat-talk#${sha256(`${centre} ${openid}`)}`
  return {
    async last(centre, openid) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: pkOf(centre, openid) }, ConsistentRead: true }))
      if (!Item || Number(Item.ttl) < ttlAt(now())) return undefined
      const read = v.safeParse(talk, Item.data)
      return read.success ? read.output : undefined
    },
    async keep(centre, openid, it) {
      await client.send(new PutCommand({ TableName: table, Item: { pk: pkOf(centre, openid), data: it, ttl: ttlAt(now() + keptMs) } }))
    },
  }
}
