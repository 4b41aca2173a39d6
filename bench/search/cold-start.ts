import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createSnapshotStore } from '../../functions/items/snapshot/store'
import { localEnvironment } from '../../local/environment'
import { queryText } from '../../shared/api/client'
import { searchRoutes } from '../../shared/items/search-routes'
import { compileSnapshot, type LexiconEntry } from '../../shared/search'
import { startDatabase } from '../../tests/database'
import { bundleLambda, eventOf } from '../lambda'
import { percentile, progress, round } from '../measure'

/** A fresh process to its first result; times in milliseconds, sizes in bytes. */
export interface ColdStartResult {
  readonly items: number
  readonly starts: number
  /** The Lambda's bundle. */
  readonly bundle: number
  /** From starting the process to the first result, Node's own start included. */
  readonly p50: number
  readonly worst: number
  /** Of that: Node's own start, measured with an empty program. */
  readonly node: number
  /** Median processor time that the process had used when it held the result; on a busy machine less than the wall clock's time. */
  readonly cpu: number
}

const CENTRE = '100000'
const STARTS = 21

/** Part (b): the items Lambda, bundled as serverless.yml says, in a fresh process each time. */
export async function measureColdStart(names: readonly string[], question: string, lexicon: readonly LexiconEntry[]): Promise<ColdStartResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-'))
  const database = await startDatabase()
  try {
    const items = names.map((name, i) => ({ id: String(i).padStart(5, '0'), name }))
    const bytes = new Uint8Array(compileSnapshot({ items, lexicon, version: 1 }))
    await createSnapshotStore(database.client, database.tables.ItemsTable, Date.now).publish(CENTRE, { version: 1, madeFrom: 'bench', bytes }, undefined)
    const bundle = await bundleLambda('items', folder)
    const env = {
      PATH: process.env.PATH,
      // A warning about this Node's age is printed while one waits; Lambda's Node is the one that serverless.yml names.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      ...localEnvironment({ tableIds: Object.keys(database.tables), dynamodb: database.endpoint, photos: database.endpoint, wechat: database.endpoint }),
    }
    const starts: FirstResult[] = []
    for (let i = 0; i < STARTS; i++) starts.push(await firstResult(bundle, env, question))
    const empty: number[] = []
    for (let i = 0; i < STARTS; i++) empty.push(await lifetime(['-e', '0'], env))
    progress(`  ${STARTS} starts`)
    return {
      items: names.length, starts: STARTS, bundle: statSync(bundle).size,
      p50: round(percentile(starts.map(({ ms }) => ms), 0.5), 0), worst: round(Math.max(...starts.map(({ ms }) => ms)), 0),
      node: round(percentile(empty, 0.5), 0), cpu: round(percentile(starts.map(({ cpu }) => cpu), 0.5), 0),
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds from starting the process to the moment at which it holds the answer: of the wall clock, and of its processor time. */
interface FirstResult {
  readonly ms: number
  readonly cpu: number
}

async function firstResult(bundle: string, env: NodeJS.ProcessEnv, question: string): Promise<FirstResult> {
  const event = eventOf(searchRoutes.search, { centre: CENTRE }, queryText({ q: question }).slice(1))
  const program = `
    require(${JSON.stringify(bundle)}).handler(${JSON.stringify(event)}, {}).then(({ statusCode, body }) => {
      if (statusCode !== 200 || JSON.parse(body).hits.length === 0) throw new Error(statusCode + ' ' + body)
      const { user, system } = process.cpuUsage()
      console.log('answered at ' + (performance.timeOrigin + performance.now()) + ' cpu ' + (user + system) / 1000)
      process.exit(0)
    })`
  const start = performance.timeOrigin + performance.now()
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], { env })
  const answered = /answered at ([\d.]+) cpu ([\d.]+)/.exec(stdout)
  if (!answered) throw new Error(`The Lambda gave no answer: ${stdout}`)
  return { ms: Number(answered[1]) - start, cpu: Number(answered[2]) }
}

async function lifetime(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now()
  await promisify(execFile)(process.execPath, args, { env })
  return performance.now() - start
}
