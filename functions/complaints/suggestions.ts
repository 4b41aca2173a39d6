import { routedArea } from '@shared/complaints/routing'
import type { Suggestion } from '@shared/complaints/suggestion'
import { suggest } from '@shared/complaints/suggestion'
import type { CentreService } from '../centre/service'
import type { ItemService } from '../items/service'
import { knownItem } from './known-item'
import type { Learning } from './learning'
import type { ComplaintRecord } from './record'

/** The office and kind proposed for a complaint, by the centre's rules and words and what its decided cases taught. */
export type Suggest = (it: ComplaintRecord) => Promise<Suggestion>

/** Suggestions over a centre's data, its catalogue and what was learned. */
export function createSuggestions({ centres, items, learning }: { centres: CentreService; items: Pick<ItemService, 'get'>; learning: Learning }): Suggest {
  return async ({ centre, text, kind, where }) => {
    const [data, { rules, words }, learned, item] = await Promise.all([
      centres.get(centre), centres.routing(centre), learning.model(centre), where.item ? knownItem(items, centre, where.item) : undefined,
    ])
    const area = routedArea(where, data.windows, item)
    return suggest({ text, kind, ...(where.item ? { item: where.item } : {}), ...(area ? { area } : {}) }, { rules, words, ...learned }, data)
  }
}
