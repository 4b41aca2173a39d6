/** Measures the search on a catalogue and questions. See docs/search.md. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compileSnapshot, openSnapshot, parseLexicon, search, type LexiconEntry, type Snapshot } from '../../shared/search'
import { isRight, readCatalogue, readQuestions, type TrialQuestion } from './read-trial'
import { VARIANTS, varyQuestions, type Variant } from './variants'

interface Report {
  readonly n: number
  readonly s1: number
  readonly s3: number
  readonly s10: number
  readonly mrr: number
  readonly zero: number
  readonly p50: number
  readonly p99: number
}

const DEPTH = 10

const HELP = `Usage: npm run --silent search:eval -- --catalogue FILE --queries FILE [--json] [--misses N] [--lexicon FILE[,FILE]] [--variant NAME]
Prints {n, s1, s3, s10, mrr, zero, p50, p99}: shares 0–1 and milliseconds.
  --catalogue  CSV or JSONL with a column "name"
  --queries    questions with the names that answer them; names: every item is asked for by its name
  --lexicon    words of citizens (data/synonyms.csv)
  --variant    rewrite the questions: ${VARIANTS.join(', ')}
  --misses     print so many questions whose right item is not first
  --json       the figures as JSON`

function readLexicon(files: string): LexiconEntry[] {
  return files.split(',').flatMap((file) => {
    const { entries, problems } = parseLexicon(readFileSync(file, 'utf8'))
    for (const problem of problems) console.error(`${file}: ${problem.message}`)
    return entries
  })
}

/** Asks every question; a miss is one whose right item is not first. */
function measure(snapshot: Snapshot, questions: readonly TrialQuestion[]): { report: Report; misses: string[] } {
  const times: number[] = []
  const misses: string[] = []
  const sums = { s1: 0, s3: 0, s10: 0, mrr: 0, zero: 0 }
  for (const { query } of questions.slice(0, 300)) search(snapshot, query)
  for (const question of questions) {
    const start = performance.now()
    const { hits } = search(snapshot, question.query, { limit: DEPTH })
    times.push(performance.now() - start)
    const rank = hits.findIndex((hit) => isRight(hit.name, question)) + 1
    sums.s1 += Number(rank === 1)
    sums.s3 += Number(rank >= 1 && rank <= 3)
    sums.s10 += Number(rank >= 1)
    sums.mrr += rank ? 1 / rank : 0
    sums.zero += Number(hits.length === 0)
    if (rank !== 1) misses.push(`${rank || '-'}\t${question.query}\t${question.expected.join('|')}\t${hits.slice(0, 3).map((hit) => hit.name).join(' / ')}`)
  }
  const n = questions.length
  const share = (sum: number): number => Number((sum / (n || 1)).toFixed(4))
  times.sort((a, b) => a - b)
  const percentile = (p: number): number => Number((times[Math.min(n - 1, Math.floor(p * n))] || 0).toFixed(3))
  return {
    report: { n, s1: share(sums.s1), s3: share(sums.s3), s10: share(sums.s10), mrr: share(sums.mrr), zero: share(sums.zero), p50: percentile(0.5), p99: percentile(0.99) },
    misses,
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      catalogue: { type: 'string' }, queries: { type: 'string' }, json: { type: 'boolean' },
      misses: { type: 'string' }, lexicon: { type: 'string', default: 'data/synonyms.csv' }, variant: { type: 'string' }, help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(HELP)
  if (!values.catalogue || !values.queries) throw new Error('--catalogue and --queries are missing (see --help)')
  if (values.variant && !VARIANTS.includes(values.variant as Variant)) throw new Error(`--variant is one of ${VARIANTS.join(', ')}`)
  const items = readCatalogue(values.catalogue)
  const snapshot = openSnapshot(compileSnapshot({ items, lexicon: readLexicon(values.lexicon) }))
  const asked = values.queries === 'names' ? items.map(({ name }) => ({ query: name, expected: [name] })) : readQuestions(values.queries)
  const { report, misses } = measure(snapshot, values.variant ? varyQuestions(asked, values.variant as Variant) : asked)
  if (values.json) console.log(JSON.stringify(report))
  else console.log(Object.entries(report).map(([name, value]) => `${name} ${value}`).join('  '))
  for (const miss of misses.slice(0, Number(values.misses || 0))) console.log(miss)
}

main()
