import { gzipSync } from 'node:zlib'
import type { LexiconEntry } from '../../shared/search'
import { medianOf, percentile, progress, round, timed } from '../measure'
import { dynamoDbContains } from './peers/dynamodb'
import { flexSearch } from './peers/flexsearch'
import { fuse } from './peers/fuse'
import { house } from './peers/house'
import { miniSearchBigrams, miniSearchJieba } from './peers/minisearch'
import { orama } from './peers/orama'
import type { OpenPeer, Peer } from './peers/peer'
import { sqlite } from './peers/sqlite'
import { isRight, type TrialQuestion } from './read-trial'

/** What is known of one engine after its run; times in milliseconds, sizes in bytes, shares 0–1. */
export interface PeerResult {
  readonly engine: string
  readonly setting: string
  readonly s1: number
  readonly s3: number
  readonly s10: number
  readonly p50: number
  readonly p99: number
  readonly build: number
  readonly load?: number
  readonly size?: number
  readonly gzip?: number
}

const DEPTH = 10
const WARM_UP = 200

/** Part (a): every engine on the same names and questions, in one process, one after another. */
export async function comparePeers(names: readonly string[], questions: readonly TrialQuestion[], lexicon: readonly LexiconEntry[]): Promise<PeerResult[]> {
  const peers: Peer[] = [
    house('This engine', `with the shipped lexicon (${lexicon.length} entries)`, lexicon),
    house('This engine, no lexicon', 'names alone', []),
    orama, miniSearchBigrams, miniSearchJieba, flexSearch, sqlite, fuse, dynamoDbContains,
  ]
  const results: PeerResult[] = []
  for (const peer of peers) {
    progress(`  ${peer.name} …`)
    results.push(await measurePeer(peer, names, questions))
    const { s1, s3, s10, p50, p99 } = results[results.length - 1]
    progress(`    S@1 ${s1} S@3 ${s3} S@10 ${s10}, p50 ${p50} ms, p99 ${p99} ms`)
  }
  return results
}

async function measurePeer(peer: Peer, names: readonly string[], questions: readonly TrialQuestion[]): Promise<PeerResult> {
  const { value: built, ms: build } = await timed(() => peer.build(names))
  try {
    return { engine: peer.name, setting: peer.setting, ...(await ask(built, names, questions)), build: round(build, 1), ...(await saveAndLoad(peer, built, names, questions[0].query)) }
  } finally {
    await built.close?.()
  }
}

async function ask(peer: OpenPeer, names: readonly string[], questions: readonly TrialQuestion[]): Promise<Pick<PeerResult, 's1' | 's3' | 's10' | 'p50' | 'p99'>> {
  for (const { query } of questions.slice(0, WARM_UP)) await peer.search(query, DEPTH)
  const times: number[] = []
  const ranks: number[] = []
  for (const question of questions) {
    const { value: found, ms } = await timed(() => peer.search(question.query, DEPTH))
    times.push(ms)
    ranks.push(found.findIndex((number) => isRight(names[number], question)) + 1)
  }
  const within = (depth: number): number => round(ranks.filter((rank) => rank >= 1 && rank <= depth).length / questions.length, 4)
  return { s1: within(1), s3: within(3), s10: within(DEPTH), p50: round(percentile(times, 0.5), 3), p99: round(percentile(times, 0.99), 3) }
}

/** Load is from saved bytes in memory to the first answer. */
async function saveAndLoad(peer: Peer, built: OpenPeer, names: readonly string[], question: string): Promise<Pick<PeerResult, 'load' | 'size' | 'gzip'>> {
  const { save, load } = peer
  if (!save || !load) return {}
  const bytes = await save(built, names)
  const ms = await medianOf(5, async () => {
    const loaded = await load(bytes)
    await loaded.search(question, DEPTH)
    await loaded.close?.()
  })
  return { load: round(ms, 1), size: bytes.length, gzip: gzipSync(bytes).length }
}
