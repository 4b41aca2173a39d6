import { may } from '@shared/accounts/permissions'
import { calendarEndsSoon, lastCoveredDay } from '@shared/calendar/calendar'
import { isOverdue } from '@shared/complaints/clock'
import type { StaffComplaintLine } from '@shared/complaints/complaint'
import { openStates, type ComplaintState } from '@shared/complaints/states'
import { fold, squeeze } from '@shared/search/analysis/fold'
import type { CentreService } from '../centre/service'
import type { Staff } from '../platform/actor'
import { chinaToday, isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import { fromCursor, toCursor } from '../platform/cursor'
import { listKeys, storedStates } from './keys'
import type { ComplaintLists, ListedComplaint, ListKey } from './lists'
import type { ComplaintRecord } from './record'
import type { ComplaintStore } from './store'
import { staffLine } from './views'

/** A page of the queue. */
export interface QueueQuery {
  readonly state?: ComplaintState
  readonly office?: string
  readonly cursor?: string
  readonly limit: number
}

/** What is sought, and from where on. */
export interface SearchQuery {
  readonly text: string
  readonly office?: string
  readonly cursor?: string
}

/** The staff's lists of complaints; an office (科室) has what it leads or helps with in them. */
export interface StaffLists {
  queue(staff: Staff, query: QueueQuery): Promise<{ complaints: StaffComplaintLine[]; cursor?: string }>
  counts(staff: Staff): Promise<{ counts: { state: ComplaintState; count: number }[]; overdue: number; calendarEnds?: string }>
  /** Reads at most `searchedAtOnce` complaints that are not final, newest first; `searched` says how many. */
  search(staff: Staff, query: SearchQuery): Promise<{ complaints: StaffComplaintLine[]; searched: number; cursor?: string }>
}

/** States that are not final: the queue's tabs, and what is searched. */
const live: readonly ComplaintState[] = [...openStates, 'answered']

/** Most complaints that one search reads: three reads of a hundred. */
const searchedAtOnce = 300

const plain = (text: string) => squeeze(fold(text))

/** Whether all words (at least one) stand in the receipt number or the text, however they are typed (full-width, upper case, traditional). */
export function hasWords({ receipt, text }: Pick<ComplaintRecord, 'receipt' | 'text'>, words: string): boolean {
  const content = `${plain(receipt)} ${plain(text)}`
  const wanted = words.split(/\s+/).map(plain).filter(Boolean)
  return wanted.length > 0 && wanted.every((word) => content.includes(word))
}

/** Lists that a member of staff may read: an office its own, the others all or the office they ask for. */
export function listsFor(staff: Staff, states: readonly ComplaintState[], office: string | undefined): ListKey[] {
  const all = may(staff.role, 'complaint.read-all')
  if (!all && !staff.office) return []
  const only = all ? office : staff.office
  return states.flatMap(storedStates).map((state) => (only ? listKeys.office(staff.centre, only, state) : listKeys.state(staff.centre, state)))
}

/** The staff's lists: the indexes give the order, the records what a line says. */
export function createStaffLists({ core: { now }, store, lists, centres }: { core: Pick<Core, 'now'>; store: ComplaintStore; lists: ComplaintLists; centres: CentreService }): StaffLists {
  const recordsOf = (staff: Staff, found: readonly ListedComplaint[]) => store.records(staff.centre, found.map(({ id }) => id))

  async function linesOf(staff: Staff, records: readonly ComplaintRecord[]): Promise<StaffComplaintLine[]> {
    const when = { at: isoInstant(now()), calendar: await centres.calendar(staff.centre) }
    return records.map((it) => staffLine(it, when, staff.id))
  }

  const next = (found: readonly ListedComplaint[], limit: number) => (found.length === limit && limit > 0 ? { cursor: toCursor(found[limit - 1].order) } : {})

  return {
    async queue(staff, { state, office, cursor, limit }) {
      const found = await lists.merged(listsFor(staff, state ? [state] : openStates, office), { from: fromCursor(cursor), limit, newestFirst: false })
      return { complaints: await linesOf(staff, await recordsOf(staff, found)), ...next(found, limit) }
    },
    async counts(staff) {
      const today = chinaToday(now)
      const ends = lastCoveredDay(await centres.calendar(staff.centre), today)
      const all = (await Promise.all(listsFor(staff, live, undefined).map((key) => lists.all(key)))).flat()
      return {
        counts: live.map((state) => ({ state, count: all.filter((it) => it.state === state).length })),
        overdue: all.filter((it) => isOverdue(it, today)).length,
        ...(calendarEndsSoon(ends, today) ? { calendarEnds: ends ?? today } : {}),
      }
    },
    async search(staff, { text, office, cursor }) {
      const found = await lists.merged(listsFor(staff, live, office), { from: fromCursor(cursor), limit: searchedAtOnce, newestFirst: true })
      const records = (await recordsOf(staff, found)).filter((it) => hasWords(it, text))
      return { complaints: await linesOf(staff, records), searched: found.length, ...next(found, searchedAtOnce) }
    },
  }
}
