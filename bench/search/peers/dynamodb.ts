import { BatchWriteCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { startDatabase } from '../../../tests/database'
import type { OpenPeer, Peer } from './peer'

const CENTRE = '000000'
const rowKey = (number: number): string => String(number).padStart(6, '0')

async function fill(client: DynamoDBDocumentClient, table: string, names: readonly string[]): Promise<void> {
  for (let from = 0; from < names.length; from += 25) {
    const rows = names.slice(from, from + 25).map((name, i) => ({ PutRequest: { Item: { pk: CENTRE, sk: rowKey(from + i), name } } }))
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: rows } }))
  }
}

/** What DynamoDB can do by itself: read the centre's partition and keep the names that contain every character of the question. */
async function scan(client: DynamoDBDocumentClient, table: string, question: string, limit: number): Promise<number[]> {
  const characters = [...new Set(question.match(/[0-9a-zA-Z\u3400-\u9fff]/g) || [])]
  if (characters.length === 0) return []
  const found: number[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await client.send(new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :centre',
      FilterExpression: characters.map((_, i) => `contains(#name, :c${i})`).join(' AND '),
      ExpressionAttributeNames: { '#name': 'name' },
      ExpressionAttributeValues: { ':centre': CENTRE, ...Object.fromEntries(characters.map((character, i) => [`:c${i}`, character])) },
      ExclusiveStartKey: start,
    }))
    found.push(...(page.Items || []).map((item) => Number(item.sk)))
    start = page.LastEvaluatedKey
  } while (start && found.length < limit)
  return found.slice(0, limit)
}

/** A `contains` filter over one partition of the embedded DynamoDB; matches keep the table's order, as there is no score. */
export const dynamoDbContains: Peer = {
  name: 'DynamoDB contains',
  setting: 'one partition, contains() of every character of the question; embedded engine over loopback',
  async build(names): Promise<OpenPeer> {
    const database = await startDatabase()
    const table = database.tables.ItemsTable
    await fill(database.client, table, names)
    return { search: (question, limit) => scan(database.client, table, question, limit), close: () => database.stop() }
  },
}
