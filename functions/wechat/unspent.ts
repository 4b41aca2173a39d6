import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Clock } from '../platform/clock'
import { conditionHeld, ttlAt } from '../platform/dynamo'
import { sha256 } from '../platform/ids'

/** Whether a signature has not been used for another message than this one: WeChat may repeat a message under one signature. */
export type Unspent = (centre: string, signature: string, message: string) => Promise<boolean>

/** Signatures hold for five minutes; the rest is for clocks that differ. */
const keptMs = 10 * 60_000

/** Remembers signatures in the caches table, by hashes: the key of an event has WeChat's id of the person in it. */
export function createUnspent(client: DynamoDBDocumentClient, table: string, now: Clock): Unspent {
  return async (centre, signature, message) => {
    return conditionHeld(client.send(new PutCommand({
      TableName: table,
      Item: { pk: `${centre}#wechat-signature#${sha256(signature)}`, message: sha256(message), ttl: ttlAt(now() + keptMs) },
      ConditionExpression: 'attribute_not_exists(pk) OR #ttl < :now OR #message = :message',
      ExpressionAttributeNames: { '#ttl': 'ttl', '#message': 'message' },
      ExpressionAttributeValues: { ':now': ttlAt(now()), ':message': sha256(message) },
    })))
  }
}
