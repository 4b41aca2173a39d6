import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { ServiceError } from '@shared/errors/service-error'
import type { Clock } from './clock'
import { conditionFailed, ttlAt } from './dynamo'

/** Counts an act; refuses it when there were too many in the window. */
export type Limit = (key: string, most: number, windowSeconds: number) => Promise<void>

/** Counts in the caches table: one record a key and window. @throws ServiceError `too-many-requests` from the act after `most` on */
export function createLimit(client: DynamoDBDocumentClient, table: string, now: Clock): Limit {
  return async (key, most, windowSeconds) => {
    const window = Math.floor(now() / 1000 / windowSeconds)
    try {
      await client.send(new UpdateCommand({
        TableName: table,
        Key: { pk: `${key}#${window}` },
        UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
        ConditionExpression: 'attribute_not_exists(pk) OR #count < :most',
        ExpressionAttributeNames: { '#count': 'count', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':one': 1, ':most': most, ':ttl': ttlAt(now()) + 2 * windowSeconds },
      }))
    } catch (error) {
      if (conditionFailed(error)) throw new ServiceError('too-many-requests')
      throw error
    }
  }
}
