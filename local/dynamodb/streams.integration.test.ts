import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { freePort } from '../ports'
import { startEngine, type Engine } from './engine'
import { readStreams } from './streams'
import { createTables, tableDefinitions } from './tables'

const TEMPLATE = `
Resources:
  NotesTable:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
      KeySchema: [{ AttributeName: pk, KeyType: HASH }]
      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
`

let folder: string
let engine: Engine
let config: ConstructorParameters<typeof DynamoDBClient>[0]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'streams-'))
  writeFileSync(join(folder, 'tables.yml'), TEMPLATE)
  const port = await freePort(24_000)
  engine = await startEngine({ port, file: join(folder, 'data.sqlite'), env: {} })
  config = { endpoint: engine.endpoint, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }
})

afterAll(async () => {
  await engine.stop()
  rmSync(folder, { recursive: true })
})

const until = async (holds: () => boolean) => {
  for (const end = Date.now() + 5000; !holds(); await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (Date.now() > end) throw new Error('waited 5 s in vain')
  }
}

test('every write reaches the handler in order, a failed batch again, and after a restart only what is new', async () => {
  const client = new DynamoDBClient(config!)
  const definitions = tableDefinitions(join(folder, 'tables.yml'))
  expect(await createTables(client, definitions, (id) => `t-${id}`)).toEqual(['t-NotesTable'])
  expect(await createTables(client, definitions, (id) => `t-${id}`)).toEqual([])

  const seen: string[] = []
  let failures = 1
  const reader = () => readStreams({
    client: new DynamoDBStreamsClient(config!), tables: ['t-NotesTable'], file: join(folder, 'streams.json'), onError: () => {},
    handle: async (event) => {
      if (failures-- > 0) throw new Error('the handler fails once')
      for (const record of event.Records) seen.push(record.dynamodb?.NewImage?.pk?.S ?? '')
    },
  })
  const put = (pk: string) => client.send(new PutItemCommand({ TableName: 't-NotesTable', Item: { pk: { S: pk } } }))

  await put('one')
  await put('two')
  const first = reader()
  await until(() => seen.length === 2)
  await first.stop()
  await put('three')
  const second = reader()
  await until(() => seen.length >= 3)
  await second.stop()
  expect(seen).toEqual(['one', 'two', 'three'])
})
