/** The project's own gate: the golden questions (标准问题) over the catalogue and the lexicon of data/. See docs/search.md. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { centre } from '../../shared/centre/centre'
import { searchEntryOf } from '../../shared/items/search-entry'
import { compileSnapshot, openSnapshot, parseLexicon, search } from '../../shared/search'
import { rankOf } from '../../shared/words/golden'
import { readCatalogue } from '../../functions/items/import/read'
import { readGolden, type GoldenRow } from '../../local/catalogue/golden'

const wanted = { s1: 0.9, s3: 0.97 }

const HELP = `Usage: npm run search:golden [-- --misses N] [--json]
Asks data/golden-questions.csv over data/catalogue.csv with data/synonyms.csv; ends with 1 when the right item is first for
fewer than ${wanted.s1 * 100} % or among the first three for fewer than ${wanted.s3 * 100} %.
  --misses   print so many questions whose right item is not first
  --json     the total as JSON`
const depth = 10

interface Miss {
  readonly row: GoldenRow
  readonly rank: number
  readonly first: readonly string[]
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { misses: { type: 'string', default: '0' }, json: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) return console.log(HELP)
  const { areas } = v.parse(centre, JSON.parse(readFileSync('data/centre.json', 'utf8')))
  const { items, problems } = await readCatalogue(readFileSync('data/catalogue.csv'), 'csv', areas)
  if (problems.length > 0) throw new Error(`data/catalogue.csv: ${problems.length} problems, see npm run catalogue:check`)
  const entries = items.map(({ id, content }) => searchEntryOf({ ...content, id }))
  const { entries: lexicon } = parseLexicon(readFileSync('data/synonyms.csv', 'utf8'))
  const snapshot = openSnapshot(compileSnapshot({ items: entries, lexicon }))
  const questions = readGolden(readFileSync('data/golden-questions.csv', 'utf8'))
  const names = entries.map(({ name }) => name)
  const unanswerable = questions.filter(({ expected }) => expected.some((entry) => rankOf(names, [entry]) === 0))
  for (const { question, expected } of unanswerable) console.error(`no item for ${question}: ${expected.join('|')}`)

  const misses: Miss[] = []
  const ranks = questions.map((row) => {
    const first = search(snapshot, row.question, { limit: depth }).hits.map(({ name }) => name)
    const rank = rankOf(first, row.expected)
    if (rank !== 1) misses.push({ row, rank, first: first.slice(0, 3) })
    return { kind: row.kind, rank }
  })
  const report = (of: readonly { rank: number }[]) => {
    const share = (most: number) => Number((of.filter(({ rank }) => rank >= 1 && rank <= most).length / of.length).toFixed(4))
    return { n: of.length, s1: share(1), s3: share(3), s10: share(depth) }
  }
  const total = report(ranks)
  if (values.json) console.log(JSON.stringify(total))
  else {
    for (const kind of new Set(ranks.map((it) => it.kind))) console.log(kind.padEnd(12), Object.entries(report(ranks.filter((it) => it.kind === kind))).map((pair) => pair.join(' ')).join('  '))
    console.log('all'.padEnd(12), Object.entries(total).map((pair) => pair.join(' ')).join('  '))
  }
  for (const { row, rank, first } of misses.slice(0, Number(values.misses))) console.log(`${rank || '-'}\t${row.question}\t${row.expected.join('|')}\t${first.join(' / ')}`)
  const passed = unanswerable.length === 0 && total.s1 >= wanted.s1 && total.s3 >= wanted.s3
  if (!passed) console.error(`golden questions: wanted s1 ≥ ${wanted.s1} and s3 ≥ ${wanted.s3}`)
  process.exitCode = passed ? 0 : 1
}

void main()
