import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Clock } from '../platform/clock'
import { conditionFailed, ttlAt } from '../platform/dynamo'
import { sha256 } from '../platform/ids'

/** Whether a message is seen for the first time. */
export type Once = (centre: string, key: string) => Promise<boolean>

/** WeChat sends a message up to three times within a quarter of a minute; the rest is for clocks that differ. */
const keptMs = 10 * 60_000

/** Remembers messages in the caches table, by a hash: the key of an event has WeChat's id of the person in it. */
export function createOnce(client: DynamoDBDocumentClient, table: string, now: Clock): Once {
  return async (centre, key) => {
    try {
      await client.send(new PutCommand({
        TableName: table,
        Item: { pk: `${centre}#wechat-message#${sha256(key)}`, ttl: ttlAt(now() + keptMs) },
        ConditionExpression: 'attribute_not_exists(pk) OR #ttl < :now',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':now': ttlAt(now()) },
      }))
      return true
    } catch (error) {
      if (conditionFailed(error)) return false
      throw error
    }
  }
}
