import type { Centre } from '@shared/centre/centre'
import type { Item } from '@shared/items/item'
import { texts } from '../../texts'

const words = texts.item
const ask = texts.common.askDesk

/** One fact of the guide: what it is and what it says. */
export interface Fact {
  readonly name: string
  readonly words: string
  /** Not in the data: the words say to ask at the desk. */
  readonly missing: boolean
}

const fact = (name: string, said: string | undefined): Fact => ({ name, words: said || ask, missing: !said })

function limit({ committedLimit, legalLimit, handling }: Item): string | undefined {
  const parts = [
    ...(handling === '即办件' && (committedLimit === undefined || committedLimit === 0) ? [words.immediate] : []),
    ...(committedLimit ? [words.committed(committedLimit)] : []),
    ...(legalLimit ? [words.legal(legalLimit)] : []),
  ]
  return parts.length > 0 ? parts.join('，') : undefined
}

/** How long, what it costs, how many visits, whether on the net, what one gets and from whom: in the order in which a person needs it, never an empty line. */
export function factsOf(item: Item): Fact[] {
  const { visits } = item
  return [
    fact(words.limit, limit(item)),
    fact(words.fee, item.fee),
    fact(words.visits, visits === undefined ? undefined : visits === 0 ? words.noVisit : words.visitCount(visits)),
    fact(words.online, item.online ? words.onlineWords[item.online] : undefined),
    fact(words.audience, item.audience.join('、')),
    fact(words.result, item.result),
    fact(words.department, item.department),
    fact(words.type, item.type),
    fact(words.code, item.code),
  ]
}

/** Marks of the item, each with its meaning. */
export function badgesOf(item: Item): { readonly key: string; readonly name: string; readonly meaning: string }[] {
  const on = { soleReview: item.soleReview, oneWindow: item.windowClass !== undefined, informCommit: item.informCommit, outsideHours: item.outsideHours }
  return (Object.keys(on) as (keyof typeof on)[]).filter((key) => on[key]).map((key) => ({ key, name: words.badges[key], meaning: words.badgeMeanings[key] }))
}

/** Where an item is handled. */
export interface Place {
  readonly area: Centre['areas'][number] | undefined
  /** e.g. 三层 行政审批; none when the data says neither. */
  readonly words: string | undefined
  /** Floor to draw, by id. */
  readonly floor: string | undefined
  /** Windows in words. */
  readonly windows: string | undefined
}

const named = (names: readonly string[]) => (names.length > 4 ? `${names.slice(0, 4).join('、')}等 ${names.length} 个` : names.join('、'))

/** Area, floor and windows of an item, from the centre's data. */
export function placeOf(item: Item, centre: Centre): Place {
  const area = centre.areas.find(({ id }) => id === item.area)
  const floor = centre.floors.find(({ id, name }) => id === item.floor || name === item.floor)?.id ?? area?.floors[0]
  const floorName = centre.floors.find(({ id }) => id === floor)?.name ?? item.floor
  const general = centre.windows.filter(({ kind }) => kind === 'general')
  const own = centre.windows.filter((window) => area !== undefined && window.area === area.id && window.kind !== 'complaint')
  const windows = item.windowClass !== undefined && general.length > 0 ? words.anyWindow(general.length) : named(own.map(({ name }) => name))
  const place = [floorName, area?.name].filter(Boolean).join(' ')
  return { area, floor, words: place || undefined, windows: windows || undefined }
}
