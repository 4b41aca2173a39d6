import { chinaDay } from '@shared/calendar/calendar'
import type { StaffComplaintLine } from '@shared/complaints/complaint'
import { complaintKindList, type ComplaintKind } from '@shared/complaints/kinds'
import { complaintStateList } from '@shared/complaints/states'
import type { PageQuery } from '../../platform/navigate'
import type { Seen } from './seen'
import type { QueueTab } from './tabs'

/** Narrowings that can be on together: whose last step was mine, due today, overdue, with an addition not read here. */
export const onlyList = ['mine', 'today', 'overdue', 'unread'] as const
/** A narrowing of the queue. */
export type Only = (typeof onlyList)[number]

/** What of the queue is shown. */
export interface QueueFilter {
  readonly tab: QueueTab
  readonly office?: string
  readonly kind?: ComplaintKind
  readonly only: readonly Only[]
  /** Words that are sought; empty: the queue itself. */
  readonly text: string
}

/** Everything that is open. */
export const wholeQueue: QueueFilter = { tab: 'open', only: [], text: '' }

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | undefined => list.find((it) => it === value)

/** The filter that a page's address speaks of; what it does not understand is left out. */
export function filterFrom(query: PageQuery): QueueFilter {
  const { state, office, kind, only, text } = query
  const wanted = (only ?? '').split(',')
  const known = oneOf(complaintKindList, kind)
  return {
    tab: oneOf(complaintStateList, state) ?? 'open',
    ...(office && /^[A-Za-z0-9-]{1,40}$/.test(office) ? { office } : {}),
    ...(known ? { kind: known } : {}),
    only: onlyList.filter((it) => wanted.includes(it)),
    // By characters: half a surrogate pair can stand in no address.
    text: Array.from((text ?? '').trim()).slice(0, 60).join(''),
  }
}

/** The filter as it stands in the address; what is not narrowed is left out. */
export const queryOf = ({ tab, office, kind, only, text }: QueueFilter): PageQuery => ({
  ...(tab === 'open' ? {} : { state: tab }),
  ...(office ? { office } : {}),
  ...(kind ? { kind } : {}),
  ...(only.length > 0 ? { only: onlyList.filter((it) => only.includes(it)).join(',') } : {}),
  ...(text ? { text } : {}),
})

/** Whether two filters show the same. */
export const sameFilter = (a: QueueFilter, b: QueueFilter): boolean => JSON.stringify(queryOf(a)) === JSON.stringify(queryOf(b))

/** Whether a citizen added something that nobody of the centre has acted on and that was not opened on this device since. */
export const isUnread = ({ id, additionAt }: Pick<StaffComplaintLine, 'id' | 'additionAt'>, seen: Seen): boolean =>
  additionAt !== undefined && (Object.prototype.hasOwnProperty.call(seen, id) ? seen[id] : '') < additionAt

/** Whether a line that the server gave passes what is narrowed down on this side. */
export function passes(line: StaffComplaintLine, { kind, only }: QueueFilter, { seen, nowMs }: { readonly seen: Seen; readonly nowMs: number }): boolean {
  if (kind && line.kind !== kind) return false
  const is: Readonly<Record<Only, () => boolean>> = {
    mine: () => line.mine,
    today: () => line.due === chinaDay(nowMs),
    overdue: () => line.overdue,
    unread: () => isUnread(line, seen),
  }
  return only.every((it) => is[it]())
}

/** Whether lines are left out on this side, so that further pages have to be looked through too. */
export const isNarrowed = ({ kind, only }: QueueFilter): boolean => kind !== undefined || only.length > 0
