import type { Gram } from '../analysis/grams'
import { toPosting, type SnapshotData } from '../snapshot/layout'
import { packTexts } from '../snapshot/runs'
import { compareTexts } from './compare'
import type { ItemIndex } from './index-items'

type GramSections = Pick<SnapshotData, 'gramKeys' | 'gramTokens' | 'gramStarts' | 'gramPostings'>

/** No stored grams: they are gathered from the names when they are asked for. */
export const NO_GRAMS: GramSections = { gramKeys: new Uint32Array(0), gramTokens: packTexts([]), gramStarts: new Uint32Array(0), gramPostings: new Uint32Array(0) }

/** Lays out the postings of all grams, for catalogues so large that gathering them would hold the first question up. */
export function gramSections({ grams }: ItemIndex): GramSections {
  const numbers = [...grams.keys()].filter((gram): gram is number => typeof gram === 'number').sort((a, b) => a - b)
  const tokens = [...grams.keys()].filter((gram): gram is string => typeof gram === 'string').sort(compareTexts)
  const ordered: readonly Gram[] = [...numbers, ...tokens]
  const gramStarts = new Uint32Array(ordered.length + 1)
  ordered.forEach((gram, i) => (gramStarts[i + 1] = gramStarts[i] + grams.get(gram)!.items.length))
  const gramPostings = new Uint32Array(gramStarts[ordered.length])
  ordered.forEach((gram, i) => {
    const { items, weights } = grams.get(gram)!
    items.forEach((item, j) => (gramPostings[gramStarts[i] + j] = toPosting(item, weights[j])))
  })
  return { gramKeys: Uint32Array.from(numbers), gramTokens: packTexts(tokens), gramStarts, gramPostings }
}
