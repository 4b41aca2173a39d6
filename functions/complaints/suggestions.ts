import type { Suggestion } from '@shared/complaints/suggestion'
import { suggest } from '@shared/complaints/suggestion'
import type { CentreService } from '../centre/service'
import type { Learning } from './learning'
import type { ComplaintRecord } from './record'

/** The office and kind proposed for a complaint, by the centre's rules and words and what its decided cases taught. */
export type Suggest = (it: ComplaintRecord) => Promise<Suggestion>

/** Suggestions over a centre's data and what was learned. */
export function createSuggestions({ centres, learning }: { centres: CentreService; learning: Learning }): Suggest {
  return async ({ centre, text, kind, where }) => {
    const [data, { rules, words }, learned] = await Promise.all([centres.get(centre), centres.routing(centre), learning.model(centre)])
    const area = where.area ?? data.windows.find(({ id }) => id === where.window)?.area
    return suggest({ text, kind, ...(where.item ? { item: where.item } : {}), ...(area ? { area } : {}) }, { rules, words, ...learned }, data)
  }
}
