import { compileSnapshot, search, type LexiconEntry, type Snapshot } from '../../shared/search'
import { createSnapshotLibrary, defaultLimits } from '../../functions/items/snapshot/library'
import { createSnapshotStore, type SnapshotStore } from '../../functions/items/snapshot/store'
import { createLog } from '../../functions/platform/log'
import { startDatabase } from '../../tests/database'
import { percentile, progress, randomFrom, round } from '../measure'
import type { TrialQuestion } from './read-trial'
import { syntheticNames, zipf } from './synthetic'

/** Counties and districts of mainland China (县级行政区) at the end of 2023, Ministry of Civil Affairs: 2,843. */
const CENTRES = 2843
/** Different catalogues; every centre has its own copy in the table and in memory. */
const CATALOGUES = 96
const SMALLEST = 512
const LARGEST = 2000
const REQUESTS = 20_000
const MAX_BYTES = 256 * 1024 * 1024

/** One process serving a nation's centres; times in milliseconds, sizes in bytes. */
export interface NationResult {
  readonly centres: number
  readonly catalogues: number
  readonly requests: number
  readonly maxBytes: number
  /** All snapshots as they are held open. */
  readonly allBytes: number
  readonly hitRate: number
  readonly hit: { readonly p50: number; readonly p99: number }
  readonly miss: { readonly p50: number; readonly p99: number }
  readonly all: { readonly p50: number; readonly p99: number }
  /** Loaded from the table, uncompressed. */
  readonly bytesLoaded: number
  /** What the open snapshots took in the end: growth of heap and buffers since before the first question, garbage included unless node runs with --expose-gc. */
  readonly memory: number
}

function memoryInUse(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const centreId = (number: number): string => String(100000 + number)

/** Part (c): snapshots of all centres in the items table, asked in Zipf's proportion through the items Lambda's library. */
export async function measureNation(real: readonly string[], questions: readonly TrialQuestion[], lexicon: readonly LexiconEntry[]): Promise<NationResult> {
  const database = await startDatabase()
  try {
    const stored = createSnapshotStore(database.client, database.tables.ItemsTable, Date.now)
    const allBytes = await publishAll(stored, real, lexicon)
    return { ...(await ask(stored, questions)), allBytes }
  } finally {
    await database.stop()
  }
}

async function publishAll(store: SnapshotStore, real: readonly string[], lexicon: readonly LexiconEntry[]): Promise<number> {
  let allBytes = 0
  for (let catalogue = 0; catalogue < CATALOGUES; catalogue++) {
    const size = Math.round(SMALLEST + ((LARGEST - SMALLEST) * catalogue) / (CATALOGUES - 1))
    const items = syntheticNames(real, size, catalogue + 1).map((name, i) => ({ id: String(i).padStart(5, '0'), name }))
    const bytes = new Uint8Array(compileSnapshot({ items, lexicon, version: 1 }))
    for (let centre = catalogue; centre < CENTRES; centre += CATALOGUES) {
      await store.publish(centreId(centre), { version: 1, madeFrom: 'bench', bytes }, undefined)
      allBytes += bytes.byteLength
    }
    if (catalogue % 12 === 11) progress(`  ${catalogue + 1} of ${CATALOGUES} catalogues compiled and published`)
  }
  return allBytes
}

async function ask(stored: SnapshotStore, questions: readonly TrialQuestion[]): Promise<Omit<NationResult, 'allBytes'>> {
  let bytesLoaded = 0
  let loads = 0
  const counting: SnapshotStore = {
    ...stored,
    async current(centre) {
      const current = await stored.current(centre)
      loads++
      bytesLoaded += current?.bytes.byteLength || 0
      return current
    },
  }
  const library = createSnapshotLibrary(counting, Date.now, createLog(() => {}), { ...defaultLimits, maxBytes: MAX_BYTES })
  const nextCentre = zipf(CENTRES, 17)
  const random = randomFrom(23)
  const shuffled = Array.from({ length: CENTRES }, (_, i) => i).sort((a, b) => ((a * 7919) % CENTRES) - ((b * 7919) % CENTRES))
  const times = { hit: [] as number[], miss: [] as number[] }
  const before = memoryInUse()
  for (let request = 0; request < REQUESTS; request++) {
    const centre = centreId(shuffled[nextCentre()])
    const { query } = questions[Math.floor(random() * questions.length)]
    const loaded = loads
    const start = performance.now()
    const snapshot: Snapshot = await library.open(centre)
    search(snapshot, query, { limit: 10 })
    times[loads === loaded ? 'hit' : 'miss'].push(performance.now() - start)
    if (request % 5000 === 4999) progress(`  ${request + 1} requests, ${loads} loads, ${round(library.held / 2 ** 20, 0)} MB held`)
  }
  const both = (values: readonly number[]): { p50: number; p99: number } => ({ p50: round(percentile(values, 0.5), 2), p99: round(percentile(values, 0.99), 2) })
  return {
    centres: CENTRES, catalogues: CATALOGUES, requests: REQUESTS, maxBytes: MAX_BYTES,
    hitRate: round(times.hit.length / REQUESTS, 4),
    hit: both(times.hit), miss: both(times.miss), all: both([...times.hit, ...times.miss]),
    bytesLoaded, memory: memoryInUse() - before,
  }
}
