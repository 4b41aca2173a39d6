/**
 * `npm run bench:load`: so many complaints a second through the gateway, over the embedded DynamoDB. Sender, server and engine share the machine. Goal:
 * 300 a second for 30 s on 2 cores with none lost; else the ceiling, and where the time goes. The text check at WeChat is part of it only with
 * --text-check (WeChat takes 4,000 a minute); photos are not.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { createServices } from '../../functions/lambda/services'
import { readConfig } from '../../functions/platform/config'
import { createCore } from '../../functions/platform/core'
import { createLog } from '../../functions/platform/log'
import { localEnvironment, localWeChat } from '../../local/environment'
import { listen } from '../../local/servers'
import { fakeWeChat } from '../../local/wechat/server'
import { pathOf } from '../../shared/api/client'
import { routes } from '../../shared/api/routes'
import { centre as centreSchema, type Centre } from '../../shared/centre/centre'
import { startDatabase } from '../../tests/database'
import { progress, round } from '../measure'
import { keepRun, table, whereAndWhen, writeResult } from '../results'
import { steadily, type Sent, type SteadyResult } from '../steady'
import { sharesOf, type Share } from './profile'

interface LoadResult {
  readonly textCheck: boolean
  /** Processes that answered. */
  readonly servers: number
  readonly load: SteadyResult
  /** Processor time a complaint by process, ms. */
  readonly cpu: { readonly server: number; readonly engine: number; readonly sender: number }
  /** Of the server's processor time, when it was profiled. */
  readonly shares?: readonly Share[]
}

const HELP = `Usage: npm run bench:load -- [--rate N] [--seconds N] [--citizens N] [--servers N] [--text-check] [--profile] [--label TEXT]
N complaints a second through the gateway on this machine (default 300 for 30 s, by 300 citizens). Results are written to bench/results/.
  --servers N    processes that answer, as there are many Lambdas (default 2)
  --text-check   citizens signed in with WeChat, whose text the fake WeChat checks
  --profile      tell where the first server's processor time goes (slows it down by some per cent)`

const patience = 10_000

/** One POST over a kept connection. */
function post(url: string, agent: Agent, token: string | undefined, content: object): Promise<Sent & { body: string }> {
  const body = JSON.stringify(content)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const start = performance.now()
  return new Promise((resolve) => {
    const gone = () => resolve({ ms: performance.now() - start, good: false, body: '' })
    const sent = request(url, { agent, method: 'POST', timeout: patience, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part })
      response.once('end', () => resolve({ ms: performance.now() - start, good: (response.statusCode ?? 500) < 300, body: text }))
      response.once('error', gone)
    })
    sent.once('timeout', () => sent.destroy()).once('error', gone)
    sent.end(body)
  })
}

/** The server in a process of its own. */
function startServer(env: NodeJS.ProcessEnv, profileFolder: string | undefined): Promise<{ child: ChildProcess; url: string }> {
  const execArgv = profileFolder ? ['--cpu-prof', '--cpu-prof-dir', profileFolder] : []
  const child = fork(join(__dirname, 'serve.cjs'), [], { env: { ...process.env, ...env }, execArgv })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve({ child, url: `http://127.0.0.1:${(message as { port: number }).port}` }))
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)))
  })
}

/** Ends the server. @returns the processor time that it took since `begin`, ms */
const stopServer = (child: ChildProcess): Promise<number> => new Promise((resolve) => {
  let cpuMs = 0
  child.on('message', (message) => { cpuMs = (message as { cpuMs?: number }).cpuMs ?? cpuMs })
  child.once('exit', () => resolve(cpuMs))
  child.send('stop')
})

/** Processor time of a process since its start, ms; 0 where the system does not tell. */
function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    // utime and stime, in ticks of 10 ms.
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

const words = ['叫号机一直没有反应', '空调太冷', '材料要求前后说法不一', '停车场入口没有指示牌', '窗口中午没有人', '复印机没有纸', '网上预约的时间不准', '座椅坏了两把']
/** A complaint of about 70 characters, as people write on the phone. */
const complaint = (number: number) => ({
  clientKey: `bench-load-${process.pid}-${String(number).padStart(12, '0')}`, kind: 'blockage', where: { online: true },
  text: `${words[number % words.length]}，等了${number % 90}分钟，${words[(number * 7 + 3) % words.length]}。希望尽快改进，谢谢你们的工作。第${number}次反映。`,
})

async function signIns(url: string, agent: Agent, centre: Centre, count: number, openids: ((number: number) => Promise<string>) | undefined): Promise<string[]> {
  const params = { centre: centre.id }
  const tokens: string[] = []
  for (let number = 0; number < count; number++) {
    const answer = openids
      ? await post(url + pathOf(routes.accounts.wechatSignIn, params), agent, undefined, { code: await openids(number) })
      : await post(url + pathOf(routes.accounts.deviceSignIn, params), agent, undefined, { deviceKey: `bench-device-${String(number).padStart(24, '0')}` })
    if (!answer.good) throw new Error(`a citizen could not sign in: ${answer.body}`)
    tokens.push((JSON.parse(answer.body) as { token: string }).token)
  }
  return tokens
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rate: { type: 'string', default: '300' }, seconds: { type: 'string', default: '30' }, citizens: { type: 'string', default: '300' }, servers: { type: 'string', default: '2' },
      'text-check': { type: 'boolean', default: false }, profile: { type: 'boolean', default: false }, label: { type: 'string' }, help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(HELP)
  const [rate, seconds, citizens, servers] = [Number(values.rate), Number(values.seconds), Number(values.citizens), Number(values.servers)]
  if (rate * seconds > citizens * 100) throw new Error('a citizen may raise 100 complaints an hour: give more --citizens')
  const folder = mkdtempSync(join(tmpdir(), 'bench-load-'))
  const database = await startDatabase()
  const wechat = fakeWeChat({ ...localWeChat })
  const wechatServer = await listen(wechat.app, 0)
  const env = localEnvironment({ tableIds: Object.keys(database.tables), dynamodb: database.endpoint, photos: database.endpoint, wechat: wechatServer.url })
  const core = createCore(readConfig({ ...process.env, ...env }), { log: createLog(() => {}) })
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  try {
    const centre = v.parse(centreSchema, JSON.parse(readFileSync('data/centre.json', 'utf8')))
    await createServices(core).centres.put(centre, [2025, 2026, 2027].map((year) => ({ date: `${year}-01-01`, kind: 'holiday' as const, name: '元旦' })))
    const started = await Promise.all(Array.from({ length: servers }, (_, i) => startServer(env, values.profile && i === 0 ? folder : undefined)))
    const { url } = started[0]!
    try {
      const codeOf = async (number: number) => {
        const login = await wechat.app.request('/_phone/login', { method: 'POST', body: JSON.stringify({ openid: `openid-${number}` }) })
        return ((await login.json()) as { code: string }).code
      }
      progress(`${citizens} citizens sign in …`)
      const tokens = await signIns(url, agent, centre, citizens, values['text-check'] ? codeOf : undefined)
      const targets = started.map((it) => it.url + pathOf(routes.complaints.submit, { centre: centre.id }))
      const raise = (number: number) => post(targets[number % targets.length]!, agent, tokens[number % tokens.length], complaint(number))
      // The first ones compile the code and open the connections.
      await steadily(20 * servers, 2, (number) => raise(number))
      progress(`${rate} complaints a second for ${seconds} s …`)
      for (const { child } of started) child.send('begin')
      const [engineBefore, senderBefore] = [cpuOf(database.pid), process.cpuUsage()]
      const load = await steadily(rate, seconds, (number) => raise(1000 + number))
      const { user, system } = process.cpuUsage(senderBefore)
      const engineMs = cpuOf(database.pid) - engineBefore
      const serverMs = (await Promise.all(started.map(({ child }) => stopServer(child)))).reduce((sum, ms) => sum + ms, 0)
      const each = (ms: number) => round(ms / load.sent, 2)
      report(values.label ?? `${rate} a second for ${seconds} s${values['text-check'] ? ', with the text check' : ''}${values.profile ? ', profiled' : ''}`, {
        textCheck: values['text-check'], servers, load, cpu: { server: each(serverMs), engine: each(engineMs), sender: each((user + system) / 1000) }, ...(values.profile ? { shares: sharesOf(folder) } : {}),
      })
    } finally {
      for (const { child } of started) child.kill()
    }
  } finally {
    agent.destroy()
    await wechatServer.stop()
    core.dynamo.destroy()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(label: string, result: LoadResult): void {
  const sections = keepRun('complaint-load', label, result).map((run) => {
    const { load: it, cpu, shares, servers } = run.result
    return [
      `## ${run.label}\n\n${whereAndWhen(run)}`,
      table(['servers', 'a second', 'seconds', 'sent', 'lost', 'answered a second', 'p50', 'p99', 'worst'], [[servers, it.perSecond, it.seconds, it.sent, it.lost, it.answeredPerSecond, it.p50, it.p99, it.worst]]),
      table(['processor time a complaint: servers', 'engine', 'sender'], [[cpu.server, cpu.engine, cpu.sender]]),
      ...(shares ? [table(['part of the server', 'share of its processor time'], shares.filter(({ share }) => share >= 0.01).map(({ part, share }) => [part, `${Math.round(share * 100)} %`]))] : []),
    ].join('\n\n')
  })
  writeResult('complaint-load.md', `# Complaints under load: measured results\n\nWritten by \`npm run bench:load\`; times in milliseconds. Complaints of about 70 characters by 300 citizens through the gateway, over the embedded DynamoDB; sender, servers and engine share the machine. The text check at WeChat is part of it only where it says so; photos and the work of the stream (messages, figures) are not. Goal: 300 a second for 30 s on 2 cores, none lost.\n\n${sections.join('\n\n')}\n`)
  progress(JSON.stringify(result))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
