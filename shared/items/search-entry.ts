import type { CompileItem } from '../search/types'
import type { Item } from './item'

/** How long an item takes (办理时限), in words: 当场办, 5 个工作日; empty when the guide does not say. */
export function takesOf({ handling, committedLimit, legalLimit }: Pick<Item, 'handling' | 'committedLimit' | 'legalLimit'>): string {
  const days = committedLimit ?? legalLimit
  if (handling === '即办件' || days === 0) return '当场办'
  return days === undefined ? '' : `${days} 个工作日`
}

/**
 * What item search knows of an item: filters by the area's id, flags, audience and theme; floor, area and how long it takes go with each hit, so
 * that the phone and the official account can say where to go without reading the item.
 */
export function searchEntryOf(item: Omit<Item, 'sample' | 'state' | 'version' | 'updatedAt'>): CompileItem {
  const { id, name, code, aliases, department, type, area, floor, audience, theme, online, windowClass, outsideHours } = item
  const takes = takesOf(item)
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
    display: { ...(floor ? { floor } : {}), ...(area ? { area } : {}), ...(takes ? { takes } : {}) },
  }
}
