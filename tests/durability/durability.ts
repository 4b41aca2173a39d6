import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { routes } from '@shared/api/routes'
import { killProcess, startProcess, stopProcess, type Started } from '../start-process'
import { judge, type Verdict } from './judge'
import { callerOf, centre, citizen, clerk, type Book } from './people'

const HELP = `npm run durability [-- --rounds N --writers N --no-kill]

Starts the whole centre, lets citizens complain and staff act, kills every process with -9 in the middle, starts again and
asks through the API for everything that was acknowledged: each action once, each complaint with all its events and in the
list of its state, one message for each event. With DYNAMODB_ENGINE=local on Amazon's DynamoDB Local, which outlives it too.
Ends with \`N passed, N failed\`.

  --rounds N    kills (default 5)
  --writers N   citizens and staff who write at the same time, half and half (default 16)
  --no-kill     stop in good order instead, for an engine that does not outlive a kill
  -h, --help    this text`

/** Actions that must be acknowledged before a kill: it is to come in the middle of work. */
const LEAST = 40

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function signIn({ url }: Started, folder: string): Promise<string> {
  const { username, password } = JSON.parse(readFileSync(join(folder, 'staff.json'), 'utf8')) as { username: string; password: string }
  return (await callerOf(url)(routes.accounts.staffSignIn, { params: {}, body: { centre, username, password } })).token
}

/** One life of the server: people write until it is gone. @returns what was acknowledged, and after how long it was ended */
async function life(folder: string, writers: number, kill: boolean): Promise<{ book: Book; ms: number }> {
  const server = await startProcess(folder, 28_080, ['--api-only'])
  const token = await signIn(server, folder)
  const book: Book = { raised: [], acts: [], cutOff: 0 }
  const begun = Date.now()
  const work = Array.from({ length: writers }, (_, i) => (i % 2 === 0 ? citizen(server.url, book) : clerk(server.url, token, book)))
  const failed = Promise.all(work).then(() => new Promise<never>(() => {}))
  const enough = async () => {
    for (const end = Date.now() + 120_000; book.acts.length < LEAST && Date.now() < end; ) await wait(20)
    await wait(Math.random() * 3000)
  }
  try {
    await Promise.race([enough(), failed])
  } finally {
    await (kill ? killProcess : stopProcess)(server, folder)
  }
  const ms = Date.now() - begun
  await Promise.all(work)
  return { book, ms }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '5' }, writers: { type: 'string', default: '16' }, 'no-kill': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return console.log(HELP)
  const [rounds, writers] = [Number(values.rounds), Number(values.writers)]
  if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(writers) || writers < 2) throw new Error('--rounds and --writers are whole numbers, of writers there are two or more')
  const folder = mkdtempSync(join(tmpdir(), 'durability-'))
  const receipts = new Set<string>()
  const sum: Record<string, number> = {}
  let passed = 0
  try {
    for (let round = 1; round <= rounds; round++) {
      const { book, ms } = await life(folder, writers, !values['no-kill'])
      const again = await startProcess(folder, 28_080, ['--api-only'])
      const verdict: Verdict = await judge(again.url, await signIn(again, folder), book, receipts).finally(() => (values['no-kill'] ? stopProcess : killProcess)(again, folder))
      const figures = { acknowledged: book.acts.length, complaints: book.raised.length, cutOff: book.cutOff, ...verdict }
      for (const [name, count] of Object.entries(figures)) sum[name] = (sum[name] ?? 0) + count
      const good = book.acts.length >= LEAST && Object.values(verdict).every((count) => count === 0)
      passed += good ? 1 : 0
      console.log(`round ${round}, ended after ${(ms / 1000).toFixed(1)} s: ${say(figures)}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`in all: ${say(sum)}`)
  console.log(`\n${passed} passed, ${rounds - passed} failed`)
  process.exit(passed === rounds ? 0 : 1)
}

const names: Record<string, string> = {
  acknowledged: 'acknowledged', complaints: 'of them complaints', cutOff: 'cut off', lost: 'lost', torn: 'without their state or event', misplaced: 'not in their list',
  receiptsTwice: 'receipt numbers given twice', doubled: 'messages doubled', untold: 'messages missing',
}
const say = (figures: Record<string, number>) => Object.entries(figures).map(([name, count]) => `${count} ${names[name] ?? name}`).join(', ')

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
