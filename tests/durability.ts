import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killProcess, startProcess } from './start-process'

const HELP = `npm run durability [-- --rounds N]

Starts the whole centre, lets citizens complain, kills every process with -9 in the middle, starts again and
asks for each complaint that was acknowledged. Ends with \`N passed, N failed\`.

  --rounds N   kills (default 5)
  -h, --help   this text`

const CENTRE = '370214'
const WRITERS = 6

/** Complaints that must be acknowledged before a kill: the kill is to come in the middle of work. */
const LEAST = 20

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const apiOf = (url: string) => `${url}/api/v1/centres/${CENTRE}`

interface Acknowledged {
  id: string
  receipt: string
  text: string
  token: string
}

async function json<T>(url: string, options: RequestInit & { token?: string } = {}): Promise<{ status: number; body: T }> {
  const { token, ...init } = options
  const answer = await fetch(url, { ...init, headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) } })
  return { status: answer.status, body: (await answer.json()) as T }
}

async function signIn(api: string, deviceKey: string): Promise<string> {
  const { body } = await json<{ token: string }>(`${api}/sessions/device`, { method: 'POST', body: JSON.stringify({ deviceKey }) })
  return body.token
}

/** One citizen who complains until the server is gone; every 201 is noted before the next is sent. */
async function complain(api: string, token: string, acknowledged: Acknowledged[]): Promise<void> {
  for (;;) {
    const text = `等候时间太长 ${randomBytes(6).toString('hex')}`
    const body = JSON.stringify({ clientKey: randomBytes(18).toString('base64url'), kind: 'blockage', text, where: { online: true }, photos: [], showName: false })
    try {
      const answer = await json<{ id: string; receipt: string }>(`${api}/complaints`, { method: 'POST', token, body })
      if (answer.status === 201) acknowledged.push({ id: answer.body.id, receipt: answer.body.receipt, text, token })
      else if (answer.status === 429) return
      else throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return
      throw error
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) return console.log(HELP)
  const folder = mkdtempSync(join(tmpdir(), 'durability-'))
  const acknowledged: Acknowledged[] = []
  let passed = 0
  let failed = 0
  try {
    for (let round = 1; round <= Number(values.rounds); round++) {
      const first = await startProcess(folder, 28_080)
      const api = apiOf(first.url)
      const before = acknowledged.length
      const tokens = await Promise.all(Array.from({ length: WRITERS }, () => signIn(api, randomBytes(24).toString('base64url'))))
      const writers = tokens.map((token) => complain(api, token, acknowledged))
      const enough = () => acknowledged.length - before >= LEAST
      for (const end = Date.now() + 60_000; !enough() && Date.now() < end; ) await wait(20)
      await wait(Math.random() * 1000)
      await killProcess(first, folder)
      await Promise.all(writers)

      const again = await startProcess(folder, 28_080)
      let lost = 0
      for (const { id, text, token } of acknowledged.slice(before)) {
        const { status, body } = await json<{ text: string }>(`${apiOf(again.url)}/complaints/${id}`, { token })
        if (status !== 200 || body.text !== text) lost++
      }
      const receipts = new Set(acknowledged.map((it) => it.receipt))
      const twice = acknowledged.length - receipts.size
      const written = acknowledged.length - before
      console.log(`round ${round}: ${written} acknowledged, ${lost} lost, ${twice} receipt numbers given twice`)
      passed += lost === 0 && twice === 0 && written > 0 ? 1 : 0
      failed += lost === 0 && twice === 0 && written > 0 ? 0 : 1
      await killProcess(again, folder)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

void main()
