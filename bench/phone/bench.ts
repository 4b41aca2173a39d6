/**
 * `npm run bench:phone`: from key press to painted results in Chromium with its processor slowed four times, the app's
 * search page over a snapshot of the given catalogue. Goal: p95 ≤ 50 ms with 1,125 items; no letter lost in fast typing.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { itemsApp } from '../../functions/lambda/apps/items'
import { createServices } from '../../functions/lambda/services'
import { createSnapshotStore } from '../../functions/items/snapshot/store'
import { readConfig } from '../../functions/platform/config'
import { createCore } from '../../functions/platform/core'
import { createLog } from '../../functions/platform/log'
import { buildApp } from '../../local/build-app'
import { localEnvironment } from '../../local/environment'
import { readCentre } from '../../local/first-data'
import { gateway } from '../../local/gateway'
import { listen } from '../../local/servers'
import { compileSnapshot, parseLexicon } from '../../shared/search'
import { launchChromium } from '../../tests/chromium'
import { startDatabase, type Database } from '../../tests/database'
import { percentile, progress, round } from '../measure'
import { keepRun, table, whereAndWhen, writeResult } from '../results'
import { readOptions } from '../search/options'
import { readCatalogue, readQuestions } from '../search/read-trial'
import { typeSlowly, watchPage, type Press } from './typing'

interface PhoneResult {
  readonly items: number
  readonly slowedBy: number
  readonly presses: number
  readonly p50: number
  readonly p95: number
  readonly worst: number
  /** By Chromium's own account, to the frame handed to the screen. */
  readonly shownP95: number
  /** The first letter of a question, which puts the results in the place of the page's first view, alone. */
  readonly firstP95: number
  /** Questions typed at 25 keys a second, and how many of them did not stand in the box whole. */
  readonly fast: number
  readonly lost: number
}

const SLOWED_BY = 4
const SETTLE = 250
const QUESTIONS = 40
const FAST_QUESTIONS = 10
const FAST_GAP = 40
const HELP = `Usage: npm run bench:phone -- [--catalogue FILE] [--queries FILE] [--lexicon FILE] [--label TEXT]
Key press to painted results in Chromium at ${SLOWED_BY} times slow-down. Results are written to bench/results/.`
/** Letters typed as pinyin, beside the questions' Hanzi. */
const PINYIN = ['shebaoka', 'yyzz', 'juzhuzheng', 'sgxkz', 'jiehunzheng', 'gongjijin']

/** The app and its API on one address, with the snapshot of the given items. */
async function startApp(database: Database, bytes: Uint8Array): Promise<{ url: string; stop(): Promise<void> }> {
  const root = process.cwd()
  const centre = readCentre(root)
  await createSnapshotStore(database.client, database.tables.ItemsTable, Date.now).publish(centre.id, { version: 1, madeFrom: 'bench', bytes }, undefined)
  const env = localEnvironment({ tableIds: Object.keys(database.tables), dynamodb: database.endpoint, photos: database.endpoint, wechat: database.endpoint })
  const core = createCore(readConfig(env), { log: createLog(() => {}) })
  await createServices(core).centres.put(centre, [])
  await buildApp(root)
  return listen(gateway({ apps: [itemsApp(core)], folder: 'dist/h5' }), 0)
}

async function openSearch(page: Page, url: string): Promise<void> {
  const fetched = page.waitForResponse((response) => response.url().includes('/search/snapshots/'), { timeout: 60_000 })
  await page.goto(url)
  await fetched
  await page.waitForTimeout(1000)
  await page.locator('input').locator('visible=true').first().tap()
  await watchPage(page)
}

async function clear(page: Page): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Backspace')
  await page.waitForTimeout(SETTLE)
}

async function measure(page: Page, questions: readonly string[]): Promise<Omit<PhoneResult, 'items'>> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_BY })
  const presses: Press[] = []
  const firsts: Press[] = []
  for (const [i, question] of questions.entries()) {
    const typed = await typeSlowly(page, question, SETTLE)
    presses.push(...typed)
    firsts.push(...typed.slice(0, 1).filter(({ key }) => key === question[0]))
    await clear(page)
    if (i % 10 === 9) progress(`  ${i + 1} of ${questions.length} questions`)
  }
  let lost = 0
  for (const question of questions.slice(0, FAST_QUESTIONS)) {
    for (const key of question) {
      if (/[a-z0-9]/i.test(key)) await page.keyboard.press(key)
      else await page.keyboard.insertText(key)
      await page.waitForTimeout(FAST_GAP)
    }
    const typed = await page.locator('input').locator('visible=true').first().inputValue()
    if (typed !== question) lost++
    await clear(page)
  }
  const times = presses.map(({ ms }) => ms)
  return {
    slowedBy: SLOWED_BY, presses: times.length, p50: round(percentile(times, 0.5), 1), p95: round(percentile(times, 0.95), 1),
    worst: round(Math.max(...times), 1), shownP95: round(percentile(presses.map(({ shown }) => shown), 0.95), 1),
    firstP95: round(percentile(firsts.map(({ ms }) => ms), 0.95), 1), fast: FAST_QUESTIONS, lost,
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') return console.log(HELP)
  const items = readCatalogue(options.catalogue)
  const asked = readQuestions(options.queries).map(({ query }) => query).filter((query) => query.length <= 12)
  const questions = [...PINYIN, ...Array.from({ length: QUESTIONS - PINYIN.length }, (_, i) => asked[Math.floor((i * asked.length) / QUESTIONS)])]
  const bytes = new Uint8Array(compileSnapshot({ items, lexicon: parseLexicon(readFileSync(options.lexicon, 'utf8')).entries, version: 1 }))
  const database = await startDatabase()
  const app = await startApp(database, bytes)
  const browser = await launchChromium()
  try {
    // Once in its life the app is fetched to be kept; that is no part of what typing takes.
    const page = await (await browser.newContext({ viewport: { width: 375, height: 740 }, hasTouch: true, locale: 'zh-CN', serviceWorkers: 'block' })).newPage()
    await openSearch(page, app.url)
    report(options.label || `${items.length} items, ${questions.length} questions typed`, { items: items.length, ...(await measure(page, questions)) })
  } finally {
    await browser.close()
    await app.stop()
    await database.stop()
  }
}

function report(label: string, result: PhoneResult): void {
  const sections = keepRun('phone', label, result).map((run) => {
    const { items, slowedBy, presses, p50, p95, worst, shownP95, firstP95, fast, lost } = run.result
    return `## ${run.label}\n\n${whereAndWhen(run)}\n\n${table(['items', 'slowed by', 'key presses', 'p50', 'p95', 'worst', 'first letter, p95', 'Event Timing, p95', 'typed fast', 'of them not whole'], [[items, slowedBy, presses, p50, p95, worst, firstP95, shownP95, fast, lost]])}`
  })
  writeResult('phone.md', `# Key press to painted results: measured results\n\nWritten by \`npm run bench:phone\`; milliseconds from the press to the end of the frame that painted its last change (Event Timing: to the frame that Chromium handed to the screen, in steps of 8). Goal: p95 ≤ 50 with 1,125 items, nothing lost.\n\n${sections.join('\n\n')}\n`)
  progress(`p50 ${result.p50} ms, p95 ${result.p95} ms of ${result.presses} presses; ${result.lost} of ${result.fast} typed fast not whole`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
