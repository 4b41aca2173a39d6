import { QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { ttlAt } from '../platform/dynamo'

/** What a member of staff has read of the inbox that they share: single messages, and everything up to one. */
export interface ReadingStore {
  /** Everything up to this message is read. */
  upTo(centre: string, account: string): Promise<string | undefined>
  /** Of the messages between two, those that were read one by one. */
  between(centre: string, account: string, oldest: string, newest: string): Promise<ReadonlySet<string>>
  mark(centre: string, account: string, id: string, now: number): Promise<void>
  markUpTo(centre: string, account: string, id: string): Promise<void>
}

/** A mark is kept a little longer than the messages of staff. */
const keepMs = 190 * 86_400_000

const upToRow = v.object({ id: v.string() })

/** Access to the marks: pk centre and account, sk `read#message` or `upTo`. */
export function createReadingStore(client: DynamoDBDocumentClient, table: string): ReadingStore {
  const pkOf = (centre: string, account: string) => `${centre}#reads#${account}`
  return {
    async upTo(centre, account) {
      const { Items = [] } = await client.send(new QueryCommand({
        TableName: table, ConsistentRead: true, KeyConditionExpression: 'pk = :pk AND sk = :sk', ExpressionAttributeValues: { ':pk': pkOf(centre, account), ':sk': 'upTo' },
      }))
      return Items[0] ? v.parse(upToRow, Items[0]).id : undefined
    },
    async between(centre, account, oldest, newest) {
      const { Items = [] } = await client.send(new QueryCommand({
        TableName: table, ConsistentRead: true, KeyConditionExpression: 'pk = :pk AND sk BETWEEN :oldest AND :newest',
        ExpressionAttributeValues: { ':pk': pkOf(centre, account), ':oldest': `read#${oldest}`, ':newest': `read#${newest}` },
      }))
      return new Set(Items.map(({ sk }) => String(sk).slice('read#'.length)))
    },
    async mark(centre, account, id, now) {
      await client.send(new UpdateCommand({
        TableName: table, Key: { pk: pkOf(centre, account), sk: `read#${id}` }, UpdateExpression: 'SET #ttl = :ttl',
        ExpressionAttributeNames: { '#ttl': 'ttl' }, ExpressionAttributeValues: { ':ttl': ttlAt(now + keepMs) },
      }))
    },
    async markUpTo(centre, account, id) {
      await client.send(new UpdateCommand({
        TableName: table, Key: { pk: pkOf(centre, account), sk: 'upTo' }, UpdateExpression: 'SET id = :id', ExpressionAttributeValues: { ':id': id },
      }))
    },
  }
}
