import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { buildSync } from 'esbuild'
import { compileSnapshot, openSnapshot, parseLexicon, search } from '@shared/search'
import { launchChromium } from '../chromium'

const root = join(__dirname, '../..')
const csv = (file: string) => parse(readFileSync(join(root, 'data', file), 'utf8'), { columns: true, bom: true }) as Record<string, string>[]

/** What a page needs to search: the engine as the phone gets it. */
const engine = buildSync({
  stdin: { contents: "export { openSnapshot, search } from './shared/search'", resolveDir: root, loader: 'ts' },
  bundle: true, write: false, format: 'iife', globalName: 'engine', target: 'es2017', logLevel: 'error',
}).outputFiles[0]?.text ?? ''

interface Engine { openSnapshot: typeof openSnapshot; search: typeof search }

test('the same question gives the same items in the same order in Node and in Chromium', async () => {
  const items = csv('catalogue.csv').map((row) => ({ id: row.code ?? '', code: row.code, name: row.name ?? '', aliases: (row.aliases ?? '').split('；'), department: row.department }))
  const { entries } = parseLexicon(readFileSync(join(root, 'data/synonyms.csv'), 'utf8'))
  const bytes = compileSnapshot({ items, lexicon: entries })
  const questions = [...csv('golden-questions.csv').map((row) => row.question ?? ''), 'yyzz', 'shebaoka', '房产guohu', '結婚證', '社包卡丢了']
  const snapshot = openSnapshot(bytes)
  const here = questions.map((question) => search(snapshot, question, { limit: 20 }).hits.map(({ id, score }) => `${id} ${score}`))

  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: engine })
    const there = await page.evaluate(({ base64, asked }) => {
      const { openSnapshot: open, search: find } = (globalThis as unknown as { engine: Engine }).engine
      const opened = open(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer)
      return asked.map((question) => find(opened, question, { limit: 20 }).hits.map(({ id, score }) => `${id} ${score}`))
    }, { base64: Buffer.from(bytes).toString('base64'), asked: questions })
    expect(there).toEqual(here)
  } finally {
    await browser.close()
  }
}, 60_000)
