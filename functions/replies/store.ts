import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { replyList, replyVersion, type Reply, type ReplyVersion } from '@shared/replies/reply'
import { failedConditions } from '../platform/dynamo'

const stored = v.object({ data: replyVersion, content: replyList })

/** A version with the replies themselves. */
export interface StoredReplies {
  readonly version: ReplyVersion
  readonly replies: readonly Reply[]
}

/** The replies in the centres table: the version in force, and every version under its number, which is the audit too. */
export interface ReplyStore {
  current(centre: string): Promise<StoredReplies | undefined>
  at(centre: string, number: number): Promise<StoredReplies | undefined>
  /** Newest first. */
  versions(centre: string, limit: number): Promise<ReplyVersion[]>
  /** One transaction; false when another version than `number - 1` is in force. */
  put(centre: string, next: StoredReplies): Promise<boolean>
}

/** Access to the replies. Keys: docs/data-model.md. */
export function createReplyStore(client: DynamoDBDocumentClient, table: string): ReplyStore {
  const headKey = (centre: string) => ({ pk: centre, sk: 'replies' })
  const versionKey = (centre: string, number: number) => ({ pk: `${centre}#replies`, sk: String(number).padStart(9, '0') })
  const read = async (Key: { pk: string; sk: string }): Promise<StoredReplies | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
    if (!Item) return undefined
    const { data, content } = v.parse(stored, Item)
    return { version: data, replies: content }
  }
  return {
    current: (centre) => read(headKey(centre)),
    at: (centre, number) => read(versionKey(centre, number)),
    async versions(centre, limit) {
      const { Items = [] } = await client.send(new QueryCommand({
        TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': versionKey(centre, 0).pk }, ScanIndexForward: false, Limit: limit,
      }))
      return Items.map((it) => v.parse(stored, it).data)
    },
    async put(centre, { version, replies }) {
      const record = { data: version, content: replies }
      const former = version.number - 1
      try {
        await client.send(new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: table, Item: { ...headKey(centre), ...record },
                ...(former === 0
                  ? { ConditionExpression: 'attribute_not_exists(pk)' }
                  : { ConditionExpression: '#data.#number = :former', ExpressionAttributeNames: { '#data': 'data', '#number': 'number' }, ExpressionAttributeValues: { ':former': former } }),
              },
            },
            { Put: { TableName: table, Item: { ...versionKey(centre, version.number), ...record } } },
          ],
        }))
        return true
      } catch (error) {
        if (failedConditions(error)) return false
        throw error
      }
    },
  }
}
