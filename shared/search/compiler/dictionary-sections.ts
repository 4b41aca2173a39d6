import { isSingle, type Gram } from '../analysis/grams'
import { ByteList } from '../snapshot/bytes'
import type { SnapshotData } from '../snapshot/layout'
import { packBytes, packTexts } from '../snapshot/runs'
import { compareTexts } from './compare'
import type { ItemIndex, Postings } from './index-items'

/** Weight of a gram that a name has once, outside brackets; postings leave it out. */
const PLAIN_WEIGHT = 64

/** Postings as bytes: for each item a varint of (distance from the item before × 2 + 1 if a weight byte follows). */
function encodePostings({ items, weights }: Postings): Uint8Array {
  const bytes = new ByteList()
  items.forEach((item, i) => {
    const distance = i === 0 ? item : item - items[i - 1]
    const plain = weights[i] === PLAIN_WEIGHT
    bytes.varint(distance * 2 + (plain ? 0 : 1))
    if (!plain) bytes.byte(weights[i])
  })
  return bytes.toArray()
}

type DictionarySections = Pick<SnapshotData, 'characters' | 'pairStarts' | 'pairSeconds' | 'tokens' | 'idfs' | 'postings'>

/** Lays out the grams: characters ascending, then pairs grouped by their first character, then Latin tokens ascending. */
export function dictionarySections({ grams, idfs }: ItemIndex): DictionarySections {
  const numbers = [...grams.keys()].filter((gram): gram is number => typeof gram === 'number')
  const pairs = numbers.filter((gram) => !isSingle(gram)).sort((a, b) => a - b)
  const characters = [...new Set([...numbers.filter(isSingle), ...pairs.map((gram) => Math.floor(gram / 65536))])].sort((a, b) => a - b)
  const tokens = [...grams.keys()].filter((gram): gram is string => typeof gram === 'string').sort(compareTexts)
  const order: Gram[] = [...characters, ...pairs, ...tokens]
  const pairStarts = new Uint32Array(characters.length + 1)
  let at = 0
  characters.forEach((character, i) => {
    while (at < pairs.length && Math.floor(pairs[at] / 65536) === character) at++
    pairStarts[i + 1] = at
  })
  return {
    characters: Uint16Array.from(characters),
    pairStarts,
    pairSeconds: Uint16Array.from(pairs, (gram) => gram % 65536),
    tokens: packTexts(tokens),
    idfs: Uint8Array.from(order, (gram) => idfs.get(gram) || 0),
    postings: packBytes(order.map((gram) => encodePostings(grams.get(gram) || { items: [], weights: [] }))),
  }
}
