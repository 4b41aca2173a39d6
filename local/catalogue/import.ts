import { existsSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ServiceError } from '@shared/errors/service-error'
import type { ImportPreview } from '@shared/items/import'
import type { CatalogueFormat } from '../../functions/items/import/read'
import type { ImportFile } from '../../functions/items/import/service'
import { createCatalogueImport } from '../../functions/lambda/import-service'
import { createItemServices } from '../../functions/lambda/item-services'
import { createServices } from '../../functions/lambda/services'
import { createCore } from '../../functions/platform/core'
import { readConfig } from '../../functions/platform/config'
import { createLog } from '../../functions/platform/log'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { startEngine } from '../dynamodb/engine'
import { createTables, tableDefinitions } from '../dynamodb/tables'
import { localEnvironment, localKeys, localTableName } from '../environment'
import { readCentre } from '../first-data'
import { freePort } from '../ports'
import { claimFolder, noteRunning, releaseFolder } from '../running'

/** The AWS SDK asks for Node 22 from 2027 on; here it is not the reader's concern. */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

const HELP = `npm run catalogue:import -- FILE [OPTIONS]

Imports a catalogue (CSV, XLSX or JSONL; columns: docs/catalogue.md) into a centre: all of it or nothing. The same file again
changes nothing. Writes to the data of npm start in .local/ (stop it first), or to DYNAMODB_ENDPOINT.

  --centre N           the centre's division code (default: the one of data/centre.json)
  --withdraw-missing   withdraw items that the file does not name
  --sample             the rows are a sample: each guide says so (implied for data/catalogue.csv)
  --dry-run            check and say what would change; write nothing
  --data DIR           where the data lies (default .local)
  -h, --help           this text`

const formats: Record<string, CatalogueFormat> = { '.csv': 'csv', '.jsonl': 'jsonl', '.ndjson': 'jsonl', '.xlsx': 'xlsx' }
const shownProblems = 100

function say({ rows, added, changed, unchanged, withdrawn, problems, ignored }: ImportPreview): void {
  for (const { row, column, problem } of problems.slice(0, shownProblems)) console.error(`第 ${row} 行，${column}：${problem}`)
  if (problems.length > shownProblems) console.error(`……还有 ${problems.length - shownProblems} 处`)
  if (ignored.length > 0) console.log(`没有导入的列：${ignored.join('、')}`)
  console.log(`${rows} 行：新增 ${added}，修改 ${changed}，不变 ${unchanged}，撤下 ${withdrawn}`)
}

/** Runs `work` with the endpoint of a DynamoDB: the one named by the environment, or the embedded one over `folder`. */
async function withDatabase<T>(folder: string, work: (endpoint: string) => Promise<T>): Promise<T> {
  const own = process.env.DYNAMODB_ENDPOINT === undefined
  if (own) await claimFolder(folder)
  const engine = await startEngine({ port: await freePort(28_000), file: join(folder, 'dynamodb.sqlite') })
  if (own) noteRunning(folder, engine.pid)
  try {
    return await work(engine.endpoint)
  } finally {
    await engine.stop()
    if (own) releaseFolder(folder)
  }
}

async function main(): Promise<number> {
  const { values, positionals: [path] } = parseArgs({
    allowPositionals: true,
    options: {
      centre: { type: 'string' }, 'withdraw-missing': { type: 'boolean', default: false }, sample: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false }, data: { type: 'string', default: '.local' }, help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || path === undefined) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  const root = join(__dirname, '../..')
  const format = formats[extname(path).toLowerCase()]
  if (!format || !existsSync(path)) throw new Error(format ? `没有文件 ${path}` : '文件名应以 .csv、.xlsx 或 .jsonl 结尾')
  const file: ImportFile = {
    format, bytes: readFileSync(path), withdrawMissing: values['withdraw-missing'], sample: values.sample || resolve(path) === join(root, 'data/catalogue.csv'),
  }
  const first = readCentre(root)
  const by = { centre: values.centre ?? first.id, name: '命令行导入' }
  return withDatabase(resolve(root, values.data), async (endpoint) => {
    const definitions = tableDefinitions(join(root, 'serverless/tables.yml'))
    const tables = new DynamoDBClient({ endpoint, region: 'local', credentials: localKeys })
    await createTables(tables, definitions, localTableName)
    tables.destroy()
    const config = readConfig({ ...localEnvironment({ tableIds: Object.keys(definitions), dynamodb: endpoint, photos: endpoint, wechat: endpoint }), ...process.env, DYNAMODB_ENDPOINT: endpoint })
    const core = createCore(config, { log: createLog(() => {}) })
    try {
      const { centres } = createServices(core)
      // A centre that is not loaded yet has the areas of the first one, so that a first import can be tried before npm start.
      const { snapshots } = createItemServices(core)
      const imports = createCatalogueImport(core, { get: (id) => centres.get(id).catch((error: unknown) => (id === first.id ? first : Promise.reject(error))) })
      const preview = await imports.preview(by, file)
      say(preview)
      if (preview.problems.length > 0) {
        console.error('有错误，没有导入任何内容')
        return 1
      }
      if (values['dry-run']) return 0
      await imports.commit(by, file, preview.digest)
      await snapshots.build(by.centre)
      console.log(`已导入中心 ${by.centre}`)
      return 0
    } finally {
      core.dynamo.destroy()
    }
  })
}

main().then((code) => { process.exitCode = code }, (error: unknown) => {
  console.error(error instanceof ServiceError && error.code === 'not-found' ? '没有这个中心：请先载入中心数据' : error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
