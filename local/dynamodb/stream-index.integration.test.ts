import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { Database } from 'node-sqlite3-wasm'
import { freePort } from '../ports'
import { startEngine } from './engine'
import { indexStreams } from './stream-index'
import { createTables, tableDefinitions } from './tables'

let folder: string
let file: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'stream-index-')); file = join(folder, 'data.sqlite') })
afterEach(() => rmSync(folder, { recursive: true }))

/** The engine on the file, with one table that has a stream. */
async function open() {
  const engine = await startEngine({ port: await freePort(26_000), file, env: { DYNAMODB_ENGINE: 'embedded' } })
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
  const { ComplaintsTable } = tableDefinitions('serverless/tables.yml')
  await createTables(client, { ComplaintsTable: ComplaintsTable! }, (id) => id)
  const key = { pk: { S: 'one' }, sk: { S: 'one' } }
  return {
    engine, client,
    put: () => client.send(new PutItemCommand({ TableName: 'ComplaintsTable', Item: key })),
    there: async () => (await client.send(new GetItemCommand({ TableName: 'ComplaintsTable', Key: key }))).Item !== undefined,
  }
}

function inFile<T>(look: (database: Database) => T): T {
  const database = new Database(file)
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  try { return look(database) } finally { database.close() }
}

test('in the engine\'s file the last number of a stream is looked up, however many records there are', async () => {
  const { engine, client, put } = await open()
  await put()
  client.destroy()
  await engine.stop()
  // What the engine asks with every record that it writes.
  const plan = inFile((database) => database.all('EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?', ['ComplaintsTable']))
  expect(plan.map((row) => row.detail)).toEqual([expect.stringMatching(/USING (COVERING )?INDEX stream_numbers/)])
})

test('a file of an older version gets the index when it is opened next, and keeps its data', async () => {
  const first = await open()
  await first.put()
  first.client.destroy()
  await first.engine.stop()
  inFile((database) => database.exec('DROP INDEX stream_numbers'))
  const second = await open()
  expect(await second.there()).toBe(true)
  second.client.destroy()
  await second.engine.stop()
  expect(inFile((database) => database.all('SELECT name FROM sqlite_master WHERE name = ?', ['stream_numbers']))).toHaveLength(1)
})

test('a file whose engine was killed is left to the engine, which loses nothing', async () => {
  const { engine, client, put } = await open()
  await put()
  client.destroy()
  process.kill(engine.pid!, 'SIGKILL')
  await engine.stop()
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  expect(indexStreams(file)).toBe(false)
  const again = await open()
  expect(await again.there()).toBe(true)
  again.client.destroy()
  await again.engine.stop()
})

test('where there is no file there is nothing to do', async () => {
  expect(indexStreams(file)).toBe(false)
})
