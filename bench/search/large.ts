import { gzipSync } from 'node:zlib'
import { compileSnapshot, openSnapshot, search, type LexiconEntry } from '../../shared/search'
import { medianOf, percentile, progress, round, timed } from '../measure'
import type { TrialQuestion } from './read-trial'
import { syntheticNames } from './synthetic'

/** One index over very many items; times in milliseconds, sizes in bytes. */
export interface LargeResult {
  readonly items: number
  readonly questions: number
  readonly build: number
  readonly size: number
  readonly gzip: number
  /** From bytes in memory to an open snapshot, the checksum of all bytes included. */
  readonly load: number
  /** From bytes in memory to the first answer. */
  readonly firstAnswer: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

const DEPTH = 10
const WARM_UP = 300

/** Part (d): one index of `count` made-up items, asked the questions of a real catalogue. */
export async function measureLarge(real: readonly string[], questions: readonly TrialQuestion[], lexicon: readonly LexiconEntry[], count = 100_000): Promise<LargeResult> {
  progress(`  making up ${count} names and compiling …`)
  const items = syntheticNames(real, count, 11).map((name, i) => ({ id: String(i).padStart(6, '0'), name }))
  const { value: bytes, ms: build } = await timed(() => compileSnapshot({ items, lexicon }))
  progress(`  built in ${round(build)} ms, ${bytes.byteLength} bytes`)
  const load = await medianOf(9, () => openSnapshot(bytes))
  const firstAnswer = await medianOf(5, () => search(openSnapshot(bytes), questions[0].query, { limit: DEPTH }))
  const snapshot = openSnapshot(bytes)
  for (let i = 0; i < WARM_UP; i++) search(snapshot, questions[i % questions.length].query, { limit: DEPTH })
  const times: number[] = []
  for (const { query } of questions) times.push((await timed(() => search(snapshot, query, { limit: DEPTH }))).ms)
  return {
    items: count,
    questions: questions.length,
    build: round(build),
    size: bytes.byteLength,
    gzip: gzipSync(new Uint8Array(bytes)).length,
    load: round(load, 1),
    firstAnswer: round(firstAnswer, 1),
    p50: round(percentile(times, 0.5), 2),
    p99: round(percentile(times, 0.99), 2),
    worst: round(Math.max(...times), 2),
  }
}
