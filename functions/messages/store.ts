import { BatchWriteCommand, PutCommand, QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { message, type Message } from '@shared/messages/message'
import { conditionFailed, ttlAt } from '../platform/dynamo'

/** The messages table: pk centre and citizen, sk the message's id, which begins with its instant. */
export interface MessageStore {
  /** False when the message is there already: the stream may tell of an event twice. */
  add(centre: string, citizen: string, it: Message): Promise<boolean>
  /** Newest first, from before `before`. */
  page(centre: string, citizen: string, before: string | undefined, limit: number): Promise<Message[]>
  /** False when the citizen has no such message. */
  markRead(centre: string, citizen: string, id: string): Promise<boolean>
  removeAll(centre: string, citizen: string): Promise<void>
}

/** Messages are kept for two years. */
const keepMs = 2 * 365 * 86_400_000

const stored = v.object(message.entries)

/** Access to the messages table. */
export function createMessageStore(client: DynamoDBDocumentClient, table: string): MessageStore {
  const pkOf = (centre: string, citizen: string) => `${centre}#${citizen}`

  async function page(centre: string, citizen: string, before: string | undefined, limit: number): Promise<Message[]> {
    const { Items = [] } = await client.send(new QueryCommand({
      TableName: table, ScanIndexForward: false, Limit: limit,
      KeyConditionExpression: before ? 'pk = :pk AND sk < :before' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pkOf(centre, citizen), ...(before ? { ':before': before } : {}) },
    }))
    return Items.map((item) => v.parse(stored, item))
  }

  return {
    page,
    async add(centre, citizen, it) {
      try {
        await client.send(new PutCommand({
          TableName: table,
          Item: { pk: pkOf(centre, citizen), sk: it.id, ...it, ttl: ttlAt(Date.parse(it.at) + keepMs) },
          ConditionExpression: 'attribute_not_exists(pk)',
        }))
        return true
      } catch (error) {
        if (conditionFailed(error)) return false
        throw error
      }
    },
    async markRead(centre, citizen, id) {
      try {
        await client.send(new UpdateCommand({
          TableName: table, Key: { pk: pkOf(centre, citizen), sk: id },
          UpdateExpression: 'SET #read = :yes', ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#read': 'read' }, ExpressionAttributeValues: { ':yes': true },
        }))
        return true
      } catch (error) {
        if (conditionFailed(error)) return false
        throw error
      }
    },
    async removeAll(centre, citizen) {
      for (let batch = await page(centre, citizen, undefined, 25); batch.length > 0; batch = await page(centre, citizen, undefined, 25)) {
        let requests = batch.map(({ id }) => ({ DeleteRequest: { Key: { pk: pkOf(centre, citizen), sk: id } } }))
        while (requests.length > 0) {
          const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }))
          requests = (UnprocessedItems?.[table] ?? []) as typeof requests
        }
      }
    },
  }
}
