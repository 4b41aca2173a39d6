import * as v from 'valibot'
import { kept } from './kept'

const favourite = v.object({ id: v.string(), name: v.string(), department: v.optional(v.string()) })
/** An item that the person wants to find again. */
export type Favourite = v.InferOutput<typeof favourite>

/** Most favourites kept. */
export const mostFavourites = 200

/** Adds the item in front, or takes it out when it is there. */
export function toggleFavourite(list: readonly Favourite[], item: Favourite): readonly Favourite[] {
  if (list.some(({ id }) => id === item.id)) return list.filter(({ id }) => id !== item.id)
  return [item, ...list].slice(0, mostFavourites)
}

/** The favourites of this device, newest first. */
export const favourites = kept<readonly Favourite[]>({
  key: 'favourites',
  version: 1,
  empty: [],
  parse: (value) => {
    if (!Array.isArray(value)) return undefined
    return value.flatMap((one) => {
      const parsed = v.safeParse(favourite, one)
      return parsed.success ? [parsed.output] : []
    })
  },
})
