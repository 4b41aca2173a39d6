import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { startEngine } from '../../../local/dynamodb/engine'
import type { OpenPeer, Peer } from './peer'

const TABLE = 'bench-items'
const CENTRE = '000000'

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function fill(client: DynamoDBDocumentClient, names: readonly string[]): Promise<void> {
  await client.send(new CreateTableCommand({
    TableName: TABLE,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'centre', AttributeType: 'S' }, { AttributeName: 'number', AttributeType: 'N' }],
    KeySchema: [{ AttributeName: 'centre', KeyType: 'HASH' }, { AttributeName: 'number', KeyType: 'RANGE' }],
  }))
  for (let from = 0; from < names.length; from += 25) {
    const rows = names.slice(from, from + 25).map((name, i) => ({ PutRequest: { Item: { centre: CENTRE, number: from + i, name } } }))
    await client.send(new BatchWriteCommand({ RequestItems: { [TABLE]: rows } }))
  }
}

/** What DynamoDB can do by itself: read the centre's partition and keep the names that contain every character of the question. */
async function scan(client: DynamoDBDocumentClient, question: string, limit: number): Promise<number[]> {
  const characters = [...new Set(question.match(/[0-9a-zA-Z\u3400-\u9fff]/g) || [])]
  if (characters.length === 0) return []
  const found: number[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await client.send(new QueryCommand({
      TableName: TABLE,
      KeyConditionExpression: 'centre = :centre',
      FilterExpression: characters.map((_, i) => `contains(#name, :c${i})`).join(' AND '),
      ExpressionAttributeNames: { '#name': 'name' },
      ExpressionAttributeValues: { ':centre': CENTRE, ...Object.fromEntries(characters.map((character, i) => [`:c${i}`, character])) },
      ExclusiveStartKey: start,
    }))
    found.push(...(page.Items || []).map((item) => item.number as number))
    start = page.LastEvaluatedKey
  } while (start && found.length < limit)
  return found.slice(0, limit)
}

/** A `contains` filter over one partition of the embedded DynamoDB; matches keep the table's order, as there is no score. */
export const dynamoDbContains: Peer = {
  name: 'DynamoDB contains',
  setting: 'one partition, contains() of every character of the question; embedded engine over loopback',
  async build(names): Promise<OpenPeer> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-dynamodb-'))
    const engine = await startEngine({ port: await freePort(), file: join(folder, 'data.db'), env: {} })
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({
      endpoint: engine.endpoint, region: 'local', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    }))
    await fill(client, names)
    return {
      search: (question, limit) => scan(client, question, limit),
      async close() {
        client.destroy()
        await engine.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}
