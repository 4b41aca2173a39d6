import { compileSnapshot, openSnapshot, search, type LexiconEntry, type Snapshot } from '../../../shared/search'
import type { OpenPeer, Peer } from './peer'

interface OpenHouse extends OpenPeer {
  readonly bytes: Uint8Array
}

const open = (bytes: Uint8Array): OpenHouse => {
  const snapshot: Snapshot = openSnapshot(bytes)
  return { bytes, search: (question, limit) => search(snapshot, question, { limit }).hits.map(({ id }) => Number(id)) }
}

/** The project's own engine, with a lexicon or with names alone. */
export const house = (name: string, setting: string, lexicon: readonly LexiconEntry[]): Peer => ({
  name,
  setting,
  build: async (names) => open(new Uint8Array(compileSnapshot({ items: names.map((text, i) => ({ id: String(i), name: text })), lexicon }))),
  save: async (built) => (built as OpenHouse).bytes,
  load: async (bytes) => open(bytes),
})
