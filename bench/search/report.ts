import { readRuns, table, whereAndWhen, writeResult, type Run } from '../results'
import { peersChart } from './chart'
import type { ColdStartResult } from './cold-start'
import type { LargeResult } from './large'
import type { NationResult } from './nation'
import type { PeerResult } from './peers'

const percent = (share: number): string => (100 * share).toFixed(1)
const kilobytes = (bytes: number | undefined): string => (bytes === undefined ? '–' : String(Math.round(bytes / 1024)))

/** Writes bench/results/search.md and search.svg from all kept results; gives the files' names. */
export function writeReport(): string[] {
  const peers = readRuns<PeerResult[]>('peers')
  const parts = [
    '# Item search (事项检索): measured results',
    'Written by `npm run bench:search`; do not edit. S@k: share of questions with a right item among the first k, in percent. Times in milliseconds.',
    peers.length > 0 && peersSection(peers),
    ...readRuns<ColdStartResult>('cold-start').map(coldStartSection),
    ...readRuns<NationResult>('nation').map(nationSection),
    ...readRuns<LargeResult>('large').map(largeSection),
  ]
  writeResult('search.md', `${parts.filter(Boolean).join('\n\n')}\n`)
  if (peers.length === 0) return ['search.md']
  writeResult('search.svg', peersChart(peers))
  return ['search.md', 'search.svg']
}

function peersSection(runs: readonly Run<PeerResult[]>[]): string {
  const tables = runs.map((run) => {
    const rows = run.result.map(({ engine, s1, s3, s10, p50, p99, build, load, size, gzip }) =>
      [engine, percent(s1), percent(s3), percent(s10), p50, p99, build, load ?? '–', kilobytes(size), kilobytes(gzip)])
    return `### ${run.label}\n\n${whereAndWhen(run)}\n\n${table(['engine', 'S@1', 'S@3', 'S@10', 'p50', 'p99', 'build', 'load', 'KB', 'KB gzip'], rows)}`
  })
  const settings = runs[runs.length - 1].result.map(({ engine, setting }) => `- ${engine}: ${setting}.`)
  return [
    '## (a) Side by side',
    'Every engine gets the same names and answers the same questions in one process, the first ten hits counted. Other names that staff gave items (别名) are left out for all. Load is from saved bytes to the first answer; DynamoDB holds its rows itself, so it has neither load nor size.',
    ...tables,
    settings.join('\n'),
  ].join('\n\n')
}

function largeSection(run: Run<LargeResult>): string {
  const { items, questions, build, size, gzip, load, firstAnswer, p50, p99, worst } = run.result
  const rows = [[items, questions, p50, p99, worst, load, firstAnswer, build, kilobytes(size), kilobytes(gzip)]]
  const head = ['items', 'questions', 'p50', 'p99', 'worst', 'load', 'first answer', 'build', 'KB', 'KB gzip']
  return `## (d) One very large index\n\nNames made up from those of: ${run.label}. Goals: p50 ≤ 3, p99 ≤ 15, load ≤ 50.\n\n${whereAndWhen(run)}\n\n${table(head, rows)}`
}

function coldStartSection(run: Run<ColdStartResult>): string {
  const { items, starts, bundle, p50, worst, node, cpu } = run.result
  const head = ['items', 'starts', 'p50', 'worst', "of it Node's own start", 'processor time', 'bundle KB']
  return `## (b) Cold start\n\nA fresh process of the bundled items Lambda to its first result, over the embedded DynamoDB: ${run.label}. Goal: ≤ 150.\n\n${whereAndWhen(run)}\n\n${table(head, [[items, starts, p50, worst, node, cpu, kilobytes(bundle)]])}`
}

function nationSection(run: Run<NationResult>): string {
  const { centres, catalogues, requests, maxBytes, allBytes, hitRate, hit, miss, all, bytesLoaded, memory } = run.result
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20)
  const head = ['', 'share', 'p50', 'p99']
  const rows = [['hit', percent(hitRate), hit.p50, hit.p99], ['miss', percent(1 - hitRate), miss.p50, miss.p99], ['all', '100.0', all.p50, all.p99]]
  return [
    '## (c) A nation in one process',
    `${centres} centres of 512 to 2,000 items (${catalogues} different catalogues made up from the names of: ${run.label}), ${requests} questions in Zipf's proportion, snapshots of ${megabytes(allBytes)} MB in all within a bound of ${megabytes(maxBytes)} MB. Goals: p99 ≤ 5 on a hit, ≤ 30 on a miss.`,
    whereAndWhen(run),
    table(head, rows),
    `Loaded from the table: ${megabytes(bytesLoaded)} MB; memory that the open snapshots took in the end: ${megabytes(memory)} MB.`,
  ].join('\n\n')
}
