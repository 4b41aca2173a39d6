import { ServiceError } from '@shared/errors/service-error'
import type { Item } from '@shared/items/item'
import type { ItemService } from '../items/service'

/** An item that a complaint names, published or taken down since; undefined when the catalogue has none of this id. */
export async function knownItem(items: Pick<ItemService, 'get'>, centre: string, id: string): Promise<Item | undefined> {
  try {
    return await items.get(centre, id)
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'not-found') return undefined
    throw error
  }
}
