/**
 * `npm run bench:wechat`: the official account's answers. A fresh process of the bundled Lambda to its first answer, warm answers, and
 * a steady load on a server of its own, all over the embedded DynamoDB. Goals: first ≤ 1,500 ms, warm p99 ≤ 300 ms, none lost.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { createCatalogueImport } from '../../functions/lambda/import-service'
import { createItemServices } from '../../functions/lambda/item-services'
import { createReplies } from '../../functions/lambda/reply-service'
import { createServices } from '../../functions/lambda/services'
import { readConfig } from '../../functions/platform/config'
import { createCore } from '../../functions/platform/core'
import { createLog } from '../../functions/platform/log'
import { localEnvironment } from '../../local/environment'
import { readReplies } from '../../local/first-replies'
import { centre as centreSchema } from '../../shared/centre/centre'
import { startDatabase } from '../../tests/database'
import { percentile, progress, round } from '../measure'
import { keepRun, table, whereAndWhen, writeResult } from '../results'
import { readQuestions } from '../search/read-trial'
import { steadily, type Sent, type SteadyResult } from '../steady'
import { coldRuns } from './cold'
import { messageOf } from './messages'

interface WechatResult {
  readonly coldRuns: number
  readonly firstMedian: number
  readonly firstWorst: number
  readonly warm: { readonly answers: number; readonly p50: number; readonly p99: number }
  readonly load: SteadyResult
}

const HELP = `Usage: npm run bench:wechat -- [--rate N] [--seconds N] [--runs N] [--label TEXT]
The official account's answers on this machine: fresh process, warm, and N messages a second. Results are written to bench/results/.`

const patience = 5000

/** One message over a kept connection: ms until its answer, and whether it was a text for the citizen. */
function post(base: string, agent: Agent, centre: string, content: string, number: number): Promise<Sent> {
  const { path, query, body } = messageOf(centre, content, number)
  const start = performance.now()
  return new Promise((resolve) => {
    const gone = () => resolve({ ms: performance.now() - start, good: false })
    const sent = request(`${base}${path}?${new URLSearchParams(query)}`, { agent, method: 'POST', timeout: patience, headers: { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(body) } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part })
      response.once('end', () => resolve({ ms: performance.now() - start, good: response.statusCode === 200 && text.includes('<MsgType><![CDATA[text]]>') }))
      response.once('error', gone)
    })
    sent.once('timeout', () => sent.destroy()).once('error', gone)
    sent.end(body)
  })
}

/** Messages at a steady rate, each of another person. */
async function messageLoad(base: string, centre: string, questions: readonly string[], rate: number, seconds: number): Promise<SteadyResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  return steadily(rate, seconds, (number) => post(base, agent, centre, questions[number % questions.length] ?? '', 1_000_000 + number)).finally(() => agent.destroy())
}

function startServer(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(__dirname, 'serve.cjs'), [], { env: { ...process.env, ...env } })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve({ child, url: `http://127.0.0.1:${(message as { port: number }).port}` }))
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)))
  })
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rate: { type: 'string', default: '200' }, seconds: { type: 'string', default: '30' }, runs: { type: 'string', default: '10' }, label: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help) return console.log(HELP)
  const [rate, seconds, runs] = [values.rate, values.seconds, values.runs].map(Number)
  const root = process.cwd()
  const questions = readQuestions('data/golden-questions.csv').map(({ query }) => query)
  const database = await startDatabase()
  const env = localEnvironment({ tableIds: Object.keys(database.tables), dynamodb: database.endpoint, photos: database.endpoint, wechat: database.endpoint })
  const core = createCore(readConfig({ ...process.env, ...env }), { log: createLog(() => {}) })
  const centre = v.parse(centreSchema, JSON.parse(readFileSync('data/centre.json', 'utf8')))
  try {
    await createServices(core).centres.put(centre, [])
    const by = { centre: centre.id, name: 'bench' }
    const imports = createCatalogueImport(core, { get: async () => centre })
    const source = { format: 'csv', bytes: readFileSync('data/catalogue.csv'), withdrawMissing: false, sample: true } as const
    await imports.commit(by, source, (await imports.preview(by, source)).digest)
    await createItemServices(core).snapshots.build(centre.id)
    await createReplies(core).begin(by, readReplies(root))
    progress(`${runs} fresh processes …`)
    const cold = await coldRuns({ centre: centre.id, contents: questions.slice(0, 200), runs, env, root })
    const wrong = cold.reduce((sum, it) => sum + it.wrong, 0)
    if (wrong > 0) throw new Error(`${wrong} answers were no text`)
    progress(`${rate} messages a second for ${seconds} s …`)
    const { child, url } = await startServer(env)
    const load = await messageLoad(url, centre.id, questions, rate, seconds).finally(() => child.kill())
    const first = cold.map((it) => it.first)
    const warm = cold.flatMap((it) => it.warm)
    const result: WechatResult = {
      coldRuns: runs, firstMedian: round(percentile(first, 0.5), 0), firstWorst: round(Math.max(...first), 0),
      warm: { answers: warm.length, p50: round(percentile(warm, 0.5), 1), p99: round(percentile(warm, 0.99), 1) }, load,
    }
    report(values.label ?? `${questions.length} questions`, result)
  } finally {
    core.dynamo.destroy()
    await database.stop()
  }
}

function report(label: string, result: WechatResult): void {
  const sections = keepRun('wechat', label, result).map((run) => {
    const { coldRuns: count, firstMedian, firstWorst, warm, load } = run.result
    return [
      `## ${run.label}\n\n${whereAndWhen(run)}`,
      table(['fresh processes', 'first answer, median', 'first answer, worst', 'warm answers', 'warm p50', 'warm p99'], [[count, firstMedian, firstWorst, warm.answers, warm.p50, warm.p99]]),
      table(['messages a second', 'seconds', 'sent', 'lost', 'p50', 'p99', 'worst'], [[load.perSecond, load.seconds, load.sent, load.lost, load.p50, load.p99, load.worst]]),
    ].join('\n\n')
  })
  writeResult('wechat.md', `# The official account's answers: measured results\n\nWritten by \`npm run bench:wechat\`; times in milliseconds. A fresh process loads the bundled Lambda, reads centre, replies and search data from the embedded DynamoDB and answers; no network lies between. Under load, sender, server and database share the machine. Goals: first answer ≤ 1,500, warm p99 ≤ 300, none lost at 200 messages a second.\n\n${sections.join('\n\n')}\n`)
  progress(JSON.stringify(result))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
