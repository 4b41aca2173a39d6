import type { Scanned } from '@shared/codes/address'
import { sceneHash, type CodeTarget } from '@shared/codes/scene'
import type { Centre } from '@shared/centre/centre'
import type { PageQuery } from '../../platform/navigate'

/** A page to open. */
export interface Destination {
  readonly page: string
  readonly query?: PageQuery
}

/** An item as codes may name it. */
export interface KnownItem {
  readonly id: string
  readonly code: string
}

/** What is known of the centre when a code is opened. */
export interface Known {
  readonly centre: Centre | undefined
  /** Items of the search data; undefined while there are none on this device. */
  readonly items: readonly KnownItem[] | undefined
}

const itemPage = (id: string): Destination => ({ page: 'pages/item/index', query: { id } })
const itemsOf = (facet: string, value: string, name: string): Destination => ({ page: 'pages/items/index', query: { facet, value, name } })
const hall: Destination = { page: 'pages/hall/index' }

/** An id written out, or the one of these that has the hash. */
const idOf = (target: CodeTarget, ids: readonly string[]): string | undefined => ('id' in target ? target.id : ids.find((id) => sceneHash(id) === target.hash))

function ofTarget(target: CodeTarget, { centre, items }: Known): Destination | undefined {
  if (target.kind === 'item') {
    const id = idOf(target, (items ?? []).map((it) => it.id))
    return id === undefined ? undefined : itemPage(id)
  }
  if (target.kind === 'answer') return 'id' in target ? { page: 'pages/answer/index', query: { id: target.id } } : undefined
  if (!centre) return undefined
  if (target.kind === 'area') {
    const area = centre.areas.find(({ id }) => id === idOf(target, centre.areas.map((it) => it.id)))
    return area ? itemsOf('area', area.id, area.name) : hall
  }
  const window = centre.windows.find(({ id }) => id === idOf(target, centre.windows.map((it) => it.id)))
  if (window?.kind === 'complaint') return { page: 'pages/complain/index' }
  if (window?.kind === 'general') return itemsOf('oneWindow', '1', window.name)
  return window?.area ? itemsOf('area', window.area, window.name) : hall
}

/**
 * The page that a code leads to: our own code's, or the item whose id or code an older address has in it. Undefined when it names nothing
 * that is known. Without search data the likeliest word is taken at its word: the item's page then says whether there is such an item.
 */
export function destinationOf({ target, candidates }: Scanned, known: Known): Destination | undefined {
  if (target) return ofTarget(target, known)
  const wanted = candidates.map((it) => it.toLowerCase())
  const { items } = known
  if (!items) return candidates[0] === undefined ? undefined : itemPage(candidates[0])
  for (const one of wanted) {
    const found = items.find(({ id, code }) => id.toLowerCase() === one || (code !== '' && code.toLowerCase() === one))
    if (found) return itemPage(found.id)
  }
  return undefined
}
