/**
 * `npm run bench:server`: item search over HTTP with ten clients, the items Lambda's app over the embedded DynamoDB,
 * in a process of its own, on the loopback address. Goals: p50 ≤ 5 ms, p99 ≤ 25 ms.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSnapshotStore } from '../../functions/items/snapshot/store'
import { localEnvironment } from '../../local/environment'
import { pathOf, queryText } from '../../shared/api/client'
import { searchRoutes } from '../../shared/items/search-routes'
import { compileSnapshot, parseLexicon } from '../../shared/search'
import { startDatabase, type Database } from '../../tests/database'
import { percentile, progress, round, timed } from '../measure'
import { keepRun, table, whereAndWhen, writeResult } from '../results'
import { readOptions } from '../search/options'
import { readCatalogue, readQuestions } from '../search/read-trial'
import { load } from './load'

interface ServerResult {
  readonly items: number
  readonly clients: number
  readonly requests: number
  readonly failed: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

const CENTRE = '100000'
const CLIENTS = 10
const REQUESTS = 10_000
const WARM_UP = 500
const HELP = `Usage: npm run bench:server -- [--catalogue FILE] [--queries FILE] [--lexicon FILE] [--label TEXT]
Item search over HTTP with ${CLIENTS} clients on this machine. Results are written to bench/results/.`

function startServer(database: Database): Promise<{ child: ChildProcess; url: string }> {
  const env = {
    ...process.env,
    ...localEnvironment({ tableIds: Object.keys(database.tables), dynamodb: database.endpoint, photos: database.endpoint, wechat: database.endpoint }),
  }
  const child = fork(join(__dirname, 'serve.cjs'), [], { env })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve({ child, url: `http://127.0.0.1:${(message as { port: number }).port}` }))
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)))
  })
}

async function measure(url: string, questions: readonly string[], items: number): Promise<ServerResult> {
  const urls = Array.from({ length: REQUESTS }, (_, i) => url + pathOf(searchRoutes.search, { centre: CENTRE }) + queryText({ q: questions[i % questions.length] }))
  await load(urls.slice(0, WARM_UP), CLIENTS)
  const { value: answers, ms } = await timed(() => load(urls, CLIENTS))
  const times = answers.map((answer) => answer.ms)
  return {
    items, clients: CLIENTS, requests: REQUESTS, failed: answers.filter(({ status }) => status !== 200).length,
    perSecond: round((1000 * REQUESTS) / ms, 0), p50: round(percentile(times, 0.5), 2), p99: round(percentile(times, 0.99), 2), worst: round(Math.max(...times), 1),
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') return console.log(HELP)
  const items = readCatalogue(options.catalogue)
  const questions = readQuestions(options.queries).map(({ query }) => query)
  const bytes = new Uint8Array(compileSnapshot({ items, lexicon: parseLexicon(readFileSync(options.lexicon, 'utf8')).entries, version: 1 }))
  const database = await startDatabase()
  try {
    await createSnapshotStore(database.client, database.tables.ItemsTable, Date.now).publish(CENTRE, { version: 1, madeFrom: 'bench', bytes }, undefined)
    const { child, url } = await startServer(database)
    progress(`${CLIENTS} clients, ${REQUESTS} requests …`)
    const result = await measure(url, questions, items.length).finally(() => child.kill())
    report(options.label || `${items.length} items, ${questions.length} questions`, result)
  } finally {
    await database.stop()
  }
}

function report(label: string, result: ServerResult): void {
  const runs = keepRun('server', label, result)
  const sections = runs.map((run) => {
    const { items, clients, requests, failed, perSecond, p50, p99, worst } = run.result
    return `## ${run.label}\n\n${whereAndWhen(run)}\n\n${table(['items', 'clients', 'requests', 'failed', 'per second', 'p50', 'p99', 'worst'], [[items, clients, requests, failed, perSecond, p50, p99, worst]])}`
  })
  writeResult('server.md', `# Item search over HTTP: measured results\n\nWritten by \`npm run bench:server\`; times in milliseconds. Clients and server share the machine. Questions repeat, as people's do (the number of distinct ones is in the heading); repeats within a minute are answered from memory. Goals: p50 ≤ 5, p99 ≤ 25.\n\n${sections.join('\n\n')}\n`)
  progress(`p50 ${result.p50} ms, p99 ${result.p99} ms, ${result.perSecond} a second, ${result.failed} failed`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
