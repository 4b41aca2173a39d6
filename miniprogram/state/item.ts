import * as v from 'valibot'
import { routes } from '@shared/api/routes'
import { item as itemSchema, type Item } from '@shared/items/item'
import { centre } from '../platform/config'
import { call } from '../platform/request'
import { kept, useKept } from './kept'
import { useLoaded, type Loaded } from './use-loaded'

/** Most items kept for places without a network; the one longest unseen falls out. */
const mostSeen = 20

/** Puts an item first among those seen. */
export const seen = (items: readonly Item[], item: Item): readonly Item[] => [item, ...items.filter(({ id }) => id !== item.id)].slice(0, mostSeen)

/** The guides last looked at on this device. */
const seenItems = kept<readonly Item[]>({
  key: 'seen-items',
  version: 1,
  empty: [],
  parse: (value) => {
    if (!Array.isArray(value)) return undefined
    return value.flatMap((one) => {
      const parsed = v.safeParse(itemSchema, one)
      return parsed.success ? [parsed.output] : []
    })
  },
})

/** An item's guide; without a network the one seen before, with `stale`. */
export function useItem(id: string): Loaded<Item> & { readonly stale: boolean } {
  const before = useKept(seenItems).find((item) => item.id === id)
  const loaded = useLoaded(id, async () => {
    const fetched = await call(routes.items.get, { params: { centre, id } })
    seenItems.change((items) => seen(items, fetched))
    return fetched
  })
  const gone = loaded.problem?.code === 'not-found'
  if (loaded.value || !before || gone) return { ...loaded, stale: false }
  return { ...loaded, value: before, problem: undefined, stale: loaded.problem !== undefined }
}

/** Forgets the guides seen. */
export const forgetSeenItems = (): void => seenItems.change(() => [])
