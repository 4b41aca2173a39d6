import type { ComplaintKind } from '@shared/complaints/kinds'
import type { ComplaintState } from '@shared/complaints/states'
import type { ComplaintRecord } from './record'

/** Keys of the complaints table; docs/data-model.md lists them with the access patterns. */
export const complaintKey = (centre: string, id: string) => ({ pk: `${centre}#complaint#${id}`, sk: 'complaint' })

/** An event sorts after its complaint and by its number. */
export const eventKey = (centre: string, id: string, number: number) => ({ pk: `${centre}#complaint#${id}`, sk: `event#${String(number).padStart(6, '0')}` })

/** The line of a complaint in the list of an office that helps; it sorts after the events. */
export const helpKey = (centre: string, id: string, office: string) => ({ pk: `${centre}#complaint#${id}`, sk: `help#${office}` })

/** When the clock is to look at a complaint; it sorts after the events. */
export const markKey = (centre: string, id: string) => ({ pk: `${centre}#complaint#${id}`, sk: 'mark' })

/** A citizen who follows a complaint that is not theirs. */
export const followKey = (centre: string, id: string, citizen: string) => ({ pk: `${centre}#complaint#${id}`, sk: `follow#${citizen}` })

/** What a citizen sent under a key of the phone. */
export const sentKey = (centre: string, citizen: string, clientKey: string) => ({ pk: `${centre}#sent#${citizen}#${clientKey}`, sk: 'sent' })

/** The complaint behind a receipt number. */
export const receiptKey = (centre: string, receipt: string) => ({ pk: `${centre}#receipt#${receipt}`, sk: 'receipt' })

/** Where an older version counted the receipt numbers of a day. */
export const formerCounterKey = (centre: string, day: string) => ({ pk: `${centre}#counter#${day}`, sk: 'counter' })

/** What decided cases have taught about an office or a kind. */
export const learnedKey = (centre: string, axis: 'office' | 'kind', label: string) => ({ pk: `${centre}#learned`, sk: `${axis}#${label}` })

/** Says that a case has been learned from. */
export const learnedMarkKey = (centre: string, id: string) => ({ pk: `${centre}#learned-from#${id}`, sk: 'mark' })

/** The lists in which a complaint stands: an index and its hash key. */
export const listKeys = {
  citizen: (centre: string, citizen: string) => ({ index: 'byCitizen', name: 'citizenKey', value: `${centre}#${citizen}` }),
  state: (centre: string, state: string) => ({ index: 'byState', name: 'stateKey', value: `${centre}#${state}` }),
  /** Complaints in the order of the day on which the clock is to look at them; no state has this name. */
  marks: (centre: string) => ({ index: 'byState', name: 'stateKey', value: `${centre}#mark` }),
  /** Complaints that a citizen follows; the order is the complaint's id. */
  followed: (centre: string, citizen: string) => ({ index: 'byCitizen', name: 'citizenKey', value: `${centre}#follows#${citizen}` }),
  office: (centre: string, office: string, state: string) => ({ index: 'byOffice', name: 'officeKey', value: `${centre}#${office}#${state}` }),
}

/** What the public board can be looked through by: everything, a kind, or where it happened. */
export interface BoardFilter {
  readonly kind?: ComplaintKind
  readonly area?: string
  readonly item?: string
}

/** A list of the public board; its order is `publishedAt#id`. */
const boardList = (centre: string, facet: string) => ({ index: 'byPublished', name: 'publishedKey', value: `${centre}${facet}` })

/** The list of the board in which every case that a filter wants stands; by item, else by area, else by kind, so a kind within an item or area is still to be picked out. */
export function boardKey(centre: string, { kind, area, item }: BoardFilter) {
  if (item) return boardList(centre, `#item#${item}`)
  if (area) return boardList(centre, `#area#${area}`)
  return boardList(centre, kind ? `#kind#${kind}` : '')
}

/** The lines of a case in the lists by kind, area and item: their sort keys under the case, and their list while it is published. */
export function boardLines({ centre, id, kind, where: { area, item }, publishedAt }: Pick<ComplaintRecord, 'centre' | 'id' | 'kind' | 'where' | 'publishedAt'>) {
  const line = (facet: 'kind' | 'area' | 'item', filter: BoardFilter) => ({
    key: { pk: complaintKey(centre, id).pk, sk: `public#${facet}` },
    ...(publishedAt ? { list: { publishedKey: boardKey(centre, filter).value, publishedOrder: `${publishedAt}#${id}` } } : {}),
  })
  return [line('kind', { kind }), ...(area ? [line('area', { area })] : []), ...(item ? [line('item', { item })] : [])]
}

/** Names under which a state is stored: what was withdrawn before it became a way of being closed still stands under its old name. */
export const storedStates = (state: ComplaintState): string[] => (state === 'closed' ? ['closed', 'withdrawn'] : [state])

/** Index attributes of a complaint; all lists but the published one are in the order of submission. */
export function indexKeys(it: ComplaintRecord): Record<string, string> {
  const { centre, state } = it
  return {
    order: `${it.submittedAt}#${it.id}`,
    stateKey: listKeys.state(centre, state).value,
    ...(it.citizen ? { citizenKey: listKeys.citizen(centre, it.citizen).value } : {}),
    ...(it.office ? { officeKey: listKeys.office(centre, it.office, state).value } : {}),
    ...(it.publishedAt ? { publishedKey: boardKey(centre, {}).value, publishedOrder: `${it.publishedAt}#${it.id}` } : {}),
  }
}
