import { Index } from 'flexsearch'
import type { OpenPeer, Peer } from './peer'
import { bigrams } from './tokens'

interface OpenFlexSearch extends OpenPeer {
  readonly index: Index
}

const create = (): Index => new Index({ tokenize: 'strict', encode: bigrams, resolution: 9 })

const open = (index: Index): OpenFlexSearch => ({
  index,
  search: (question, limit) => (index.search(question, { limit, suggest: true }) as number[]).slice(0, limit),
})

/** FlexSearch over pairs of characters; `suggest` lets an item match without all of them. */
export const flexSearch: Peer = {
  name: 'FlexSearch, bigrams',
  setting: 'overlapping pairs of characters, suggest: true',
  async build(names) {
    const index = create()
    names.forEach((name, id) => index.add(id, name))
    return open(index)
  },
  async save(built) {
    const parts: Record<string, string> = {}
    await (built as OpenFlexSearch).index.export((key: string, data: string) => {
      parts[key] = data
    })
    return Buffer.from(JSON.stringify(parts))
  },
  async load(bytes) {
    const index = create()
    for (const [key, data] of Object.entries(JSON.parse(Buffer.from(bytes).toString()) as Record<string, string>)) index.import(key, data)
    return open(index)
  },
}
