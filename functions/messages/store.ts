import { BatchWriteCommand, QueryCommand, TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { message, type Message } from '@shared/messages/message'
import { conditionHeld, failedConditions, patiently, ttlAt } from '../platform/dynamo'
import type { TransactItem } from '../photos/service'
import { boxName, type Box } from './entries'

/** A message as it is stored; `by` is the member of staff who did what it tells of, and who has read it therefore. */
const storedMessage = v.object({ ...message.entries, by: v.optional(v.string()) })
/** A message as it is stored. */
export type StoredMessage = v.InferOutput<typeof storedMessage>

/** The messages table's inboxes: pk centre and inbox, sk the message's id, which begins with its instant. */
export interface MessageStore {
  /** Puts a message in with what is written along with it, all or nothing. False when it is there already, or a condition of `along` does not hold. */
  add(centre: string, box: Box, it: StoredMessage, along: readonly TransactItem[]): Promise<boolean>
  /** Newest first, older than the message `before`. */
  page(centre: string, box: Box, before: string | undefined, limit: number): Promise<StoredMessage[]>
  /** Newest first, newer than the message `after`. */
  since(centre: string, box: Box, after: string | undefined, limit: number): Promise<StoredMessage[]>
  /** False when the inbox has no such message. */
  markRead(centre: string, box: Box, id: string): Promise<boolean>
  /** Deletes an inbox with everything that was to be sent. */
  removeAll(centre: string, box: Box): Promise<void>
}

/** A citizen's messages are kept for two years, those of staff for half a year: the case itself has its history. */
const keepMs = (box: Box) => ('citizen' in box ? 730 : 183) * 86_400_000

/** Partition of an inbox. */
export const boxKey = (centre: string, box: Box) => `${centre}#${boxName(box)}`

/** Sorts after every message's id, which begins with a digit, and before everything else in the partition. */
const afterMessages = ':'

/** Sorts right after a message's id: no id goes on with this character. */
export const justAfter = (id: string) => `${id}!`

/** Access to the inboxes. */
export function createMessageStore(client: DynamoDBDocumentClient, table: string): MessageStore {
  async function query(Limit: number, KeyConditionExpression: string, ExpressionAttributeValues: Record<string, string>, ConsistentRead = false): Promise<StoredMessage[]> {
    const { Items = [] } = await client.send(new QueryCommand({ TableName: table, ScanIndexForward: false, Limit, ConsistentRead, KeyConditionExpression, ExpressionAttributeValues }))
    return Items.map((item) => v.parse(storedMessage, item))
  }

  return {
    async add(centre, box, it, along) {
      const Item = { pk: boxKey(centre, box), sk: it.id, ...it, ttl: ttlAt(Date.parse(it.at) + keepMs(box)) }
      try {
        await patiently(() => client.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } }, ...along] })))
        return true
      } catch (error) {
        if (failedConditions(error)?.includes(true)) return false
        throw error
      }
    },
    // Consistent: what its reader has just marked as read is not shown as unread again.
    page: (centre, box, before = afterMessages, limit) =>
      query(limit, 'pk = :pk AND sk < :before', { ':pk': boxKey(centre, box), ':before': before < afterMessages ? before : afterMessages }, true),
    // BETWEEN takes its ends in.
    since: (centre, box, after, limit) => query(limit, 'pk = :pk AND sk BETWEEN :after AND :end', { ':pk': boxKey(centre, box), ':after': after ? justAfter(after) : '0', ':end': afterMessages }),
    async markRead(centre, box, id) {
      return conditionHeld(client.send(new UpdateCommand({
        TableName: table, Key: { pk: boxKey(centre, box), sk: id },
        UpdateExpression: 'SET #read = :yes', ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#read': 'read' }, ExpressionAttributeValues: { ':yes': true },
      })))
    },
    async removeAll(centre, box) {
      const pk = boxKey(centre, box)
      for (;;) {
        const { Items = [] } = await client.send(new QueryCommand({
          TableName: table, Limit: 25, ConsistentRead: true, ProjectionExpression: 'sk', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk },
        }))
        if (Items.length === 0) return
        let requests = Items.map(({ sk }) => ({ DeleteRequest: { Key: { pk, sk: String(sk) } } }))
        while (requests.length > 0) {
          const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }))
          requests = (UnprocessedItems?.[table] ?? []) as typeof requests
        }
      }
    },
  }
}

/** A message as its readers see it. */
export const shownMessage = ({ by: _, ...it }: StoredMessage): Message => it
