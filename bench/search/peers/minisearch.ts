import MiniSearch, { type Options } from 'minisearch'
import type { OpenPeer, Peer } from './peer'
import { bigrams, jiebaWords } from './tokens'

interface Document {
  readonly id: number
  readonly name: string
}

interface OpenMiniSearch extends OpenPeer {
  readonly index: MiniSearch<Document>
}

function miniSearch(name: string, setting: string, tokenize: (text: string) => string[]): Peer {
  const options: Options<Document> = { fields: ['name'], tokenize, processTerm: (term) => term, searchOptions: { combineWith: 'OR' } }
  const open = (index: MiniSearch<Document>): OpenMiniSearch => ({
    index,
    search: (question, limit) => index.search(question).slice(0, limit).map(({ id }) => id as number),
  })
  return {
    name,
    setting,
    async build(names) {
      const index = new MiniSearch(options)
      index.addAll(names.map((text, id) => ({ id, name: text })))
      return open(index)
    },
    save: async (built) => Buffer.from(JSON.stringify((built as OpenMiniSearch).index)),
    load: async (bytes) => open(MiniSearch.loadJSON(Buffer.from(bytes).toString(), options)),
  }
}

/** MiniSearch over pairs of characters. */
export const miniSearchBigrams = miniSearch('MiniSearch, bigrams', 'overlapping pairs of characters, any of them (OR), BM25+', bigrams)

/** MiniSearch over jieba's words. */
export const miniSearchJieba = miniSearch('MiniSearch, jieba', "jieba's search-mode words, any of them (OR), BM25+", jiebaWords)
