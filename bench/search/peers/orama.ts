import { create, insertMultiple, load, save, search, type AnyOrama, type RawData } from '@orama/orama'
import { createTokenizer } from '@orama/tokenizers/mandarin'
import type { OpenPeer, Peer } from './peer'

interface OpenOrama extends OpenPeer {
  readonly index: AnyOrama
}

const empty = (): AnyOrama =>
  create({ schema: { name: 'string', number: 'number' } as const, components: { tokenizer: createTokenizer() } }) as unknown as AnyOrama

const open = (index: AnyOrama): OpenOrama => ({
  index,
  async search(question, limit) {
    const { hits } = await search(index, { term: question, properties: ['name'], limit, threshold: 1 })
    return hits.map(({ document }) => Number(document.number))
  },
})

/** Orama with its own Mandarin tokenizer. */
export const orama: Peer = {
  name: 'Orama, Mandarin',
  setting: 'its Mandarin tokenizer, any word (threshold 1), BM25',
  async build(names) {
    const index = empty()
    await insertMultiple(index, names.map((name, number) => ({ name, number })), 1000)
    return open(index)
  },
  save: async (built) => Buffer.from(JSON.stringify(save((built as OpenOrama).index))),
  async load(bytes) {
    const index = empty()
    load(index, JSON.parse(Buffer.from(bytes).toString()) as RawData)
    return open(index)
  },
}
