import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { startEngine } from '../local/dynamodb/engine'
import { createTables, tableDefinitions } from '../local/dynamodb/tables'
import { freePort } from '../local/ports'

/** A DynamoDB of its own for one test file, with the template's tables. */
export interface Database {
  readonly endpoint: string
  readonly client: DynamoDBDocumentClient
  /** The engine's process, when it is ours. */
  readonly pid?: number
  /** Logical id of the template → name of the table. */
  readonly tables: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/**
 * Starts an engine on a free port with its data in a folder that goes away with it; tables from serverless/tables.yml. The embedded one, or with
 * `DYNAMODB_ENGINE=local` Amazon's DynamoDB Local: the same tests on an engine that shares no code with ours.
 */
export async function startDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'centre-'))
  const engine = await startEngine({ port: await freePort(21_000 + Math.floor(Math.random() * 30_000)), file: join(folder, 'test.db') })
  const plain = new DynamoDBClient({ endpoint: engine.endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' } })
  const definitions = tableDefinitions('serverless/tables.yml')
  await createTables(plain, definitions, (id) => id)
  return {
    endpoint: engine.endpoint,
    pid: engine.pid,
    client: DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } }),
    tables: Object.fromEntries(Object.keys(definitions).map((id) => [id, id])),
    async stop() {
      plain.destroy()
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
