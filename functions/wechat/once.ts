import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Clock } from '../platform/clock'
import { conditionFailed, ttlAt } from '../platform/dynamo'
import { sha256 } from '../platform/ids'

/** Whether a message is seen for the first time. */
export type Once = (centre: string, key: string) => Promise<boolean>

/** Whether a signature has not been used for another message than this one: WeChat may repeat a message under one signature. */
export type Unspent = (centre: string, signature: string, message: string) => Promise<boolean>

/** WeChat sends a message up to three times within a quarter of a minute, and signatures hold for five minutes; the rest is for clocks that differ. */
const keptMs = 10 * 60_000

/** Remembers messages and signatures in the caches table, by hashes: the key of an event has WeChat's id of the person in it. */
export function createOnce(client: DynamoDBDocumentClient, table: string, now: Clock): { once: Once; unspent: Unspent } {
  /** Writes a record unless another holds; the same `message` may be written again when `again` is set. */
  const claim = async (pk: string, message: string, again: boolean): Promise<boolean> => {
    try {
      await client.send(new PutCommand({
        TableName: table,
        Item: { pk, message, ttl: ttlAt(now() + keptMs) },
        ConditionExpression: `attribute_not_exists(pk) OR #ttl < :now${again ? ' OR #message = :message' : ''}`,
        ExpressionAttributeNames: { '#ttl': 'ttl', ...(again ? { '#message': 'message' } : {}) },
        ExpressionAttributeValues: { ':now': ttlAt(now()), ...(again ? { ':message': message } : {}) },
      }))
      return true
    } catch (error) {
      if (conditionFailed(error)) return false
      throw error
    }
  }
  return {
    once: (centre, key) => claim(`${centre}#wechat-message#${sha256(key)}`, sha256(key), false),
    unspent: (centre, signature, message) => claim(`${centre}#wechat-signature#${sha256(signature)}`, sha256(message), true),
  }
}
