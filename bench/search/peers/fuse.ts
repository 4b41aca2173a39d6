import Fuse, { type FuseIndex, type IFuseOptions } from 'fuse.js'
import type { OpenPeer, Peer } from './peer'

const options: IFuseOptions<string> = { ignoreLocation: true, threshold: 0.6, includeScore: false }

const open = (names: readonly string[], index: FuseIndex<string>): OpenPeer => {
  const fuse = new Fuse(names, options, index)
  return { search: (question, limit) => fuse.search(question, { limit }).map(({ refIndex }) => refIndex) }
}

/** Fuse.js: approximate matching of the whole question against each name. */
export const fuse: Peer = {
  name: 'Fuse.js',
  setting: 'ignoreLocation, threshold 0.6',
  build: async (names) => open(names, Fuse.createIndex([], [...names])),
  save: async (_, names) => Buffer.from(JSON.stringify({ names, index: Fuse.createIndex([], [...names]) })),
  async load(bytes) {
    const { names, index } = JSON.parse(Buffer.from(bytes).toString()) as { names: string[]; index: Parameters<typeof Fuse.parseIndex<string>>[0] }
    return open(names, Fuse.parseIndex(index))
  },
}
