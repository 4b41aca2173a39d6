import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { Clock } from '../platform/clock'
import { conditionHeld, ttlAt } from '../platform/dynamo'
import { sha256 } from '../platform/ids'

const shown = v.object({
  question: v.string(),
  /** Ids on the page shown, in order. */
  ids: v.array(v.string()),
  /** Place of the page's first item among all results. */
  from: v.number(),
  /** Place where the next page begins. */
  next: v.number(),
})
/** What was shown to somebody: a page of results. */
export type Shown = v.InferOutput<typeof shown>

/** What was last shown to somebody, so that 更多 and a number can go on from it. */
export interface Talk extends Shown {
  /** Whether it was the answer to this very message: sent again, it gets the same page. */
  readonly answers: (message: string) => boolean
}

/** Memory of talks with the official account: some minutes, under a hash of the openid. */
export interface Talks {
  last(centre: string, openid: string): Promise<Talk | undefined>
  /**
   * Writes down that a message was answered, and what was shown; nothing shown leaves what was shown before. One write.
   * @returns false, and changes nothing, when the message was written down before: WeChat sends a message up to three times
   */
  answered(centre: string, openid: string, message: string, it: Shown | undefined): Promise<boolean>
}

/** As long as somebody may look for their papers before they ask on. */
const keptMs = 10 * 60_000

/** The last messages of a person that are known when they come again, newest first: WeChat repeats within a quarter of a minute, and nobody writes faster for long. */
const marks = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']

/** `shownFor`: hash of the message that the page answered; missing in records from before it stood here. */
const record = v.object({ data: shown, shownFor: v.optional(v.string(), '') })

/** Talks in the caches table. */
export function createTalks(client: DynamoDBDocumentClient, table: string, now: Clock): Talks {
  const pkOf = (centre: string, openid: string) => `${centre}#wechat-talk#${sha256(`${centre} ${openid}`)}`
  return {
    async last(centre, openid) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: pkOf(centre, openid) }, ConsistentRead: true }))
      if (!Item || Number(Item.ttl) < ttlAt(now())) return undefined
      const read = v.safeParse(record, Item)
      return read.success ? { ...read.output.data, answers: (message) => sha256(message) === read.output.shownFor } : undefined
    },
    async answered(centre, openid, message, it) {
      // Right sides are read before anything is set, so the marks move on by one place.
      const moved = marks.map((mark, i) => (i === 0 ? `${mark} = :message` : `${mark} = if_not_exists(${marks[i - 1]}, :none)`))
      return conditionHeld(client.send(new UpdateCommand({
        TableName: table, Key: { pk: pkOf(centre, openid) },
        UpdateExpression: `SET #ttl = :ttl, ${moved.join(', ')}${it ? ', #data = :data, shownFor = :message' : ''}`,
        ConditionExpression: `NOT (${marks.map((mark) => `${mark} = :message`).join(' OR ')})`,
        ExpressionAttributeNames: { '#ttl': 'ttl', ...(it ? { '#data': 'data' } : {}) },
        ExpressionAttributeValues: { ':ttl': ttlAt(now() + keptMs), ':message': sha256(message), ':none': '-', ...(it ? { ':data': it } : {}) },
      })))
    },
  }
}
