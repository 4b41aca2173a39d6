import { isSingle } from '../analysis/grams'
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

/** Lays out the dictionary: characters ascending, then Latin tokens ascending, with the postings of each. */
export function dictionarySections({ grams }: ItemIndex): Pick<SnapshotData, 'characters' | 'tokens' | 'postings'> {
  const characters = [...grams.keys()].filter(isSingle).sort((a, b) => a - b)
  const tokens = [...grams.keys()].filter((gram): gram is string => typeof gram === 'string').sort(compareTexts)
  return {
    characters: Uint16Array.from(characters),
    tokens: packTexts(tokens),
    postings: packBytes([...characters, ...tokens].map((gram) => encodePostings(grams.get(gram)!))),
  }
}
