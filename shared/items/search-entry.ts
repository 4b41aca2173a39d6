import type { CompileItem } from '../search/types'
import type { Item } from './item'

/**
 * What item search knows of an item: filters by the area's id, flags, audience and theme; floor and area go with each hit, so that the
 * phone can say where to go with no network.
 */
export function searchEntryOf(item: Omit<Item, 'sample' | 'state' | 'version' | 'updatedAt'>): CompileItem {
  const { id, name, code, aliases, department, type, area, floor, audience, theme, online, windowClass, outsideHours } = item
  return {
    id,
    name,
    ...(code ? { code } : {}),
    aliases,
    ...(department ? { department } : {}),
    ...(type ? { category: type } : {}),
    facets: {
      ...(area ? { area } : {}),
      ...(audience.length > 0 ? { audience } : {}),
      ...(theme ? { theme: [theme] } : {}),
      ...(online === undefined ? {} : { online: online !== '否' }),
      oneWindow: windowClass !== undefined,
      outsideHours,
    },
    display: { ...(floor ? { floor } : {}), ...(area ? { area } : {}) },
  }
}
