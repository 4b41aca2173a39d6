import { routes } from '@shared/api/routes'
import type { Item } from '@shared/items/item'
import { centre } from '../platform/config'
import { call } from '../platform/request'
import { seenItems } from './seen'
import { useLoaded, type Loaded } from './use-loaded'

/** An item's guide; without a network the one seen before. */
export const useItem = (id: string): Loaded<Item> => useLoaded(id, () => call(routes.items.get, { params: { centre, id } }), seenItems)
