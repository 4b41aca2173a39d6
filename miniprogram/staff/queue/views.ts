import type { StaffAccount } from '@shared/accounts/accounts'
import { desk } from '../../texts/staff/desk'
import { kept } from '../../state/kept'
import { filterFrom, queryOf, wholeQueue, type QueueFilter } from './filter'

/** A named look at the queue. */
export interface View {
  readonly name: string
  readonly filter: QueueFilter
}

/** The looks that everybody has; an office's queue is its own office's anyway. */
export function commonViews({ role, office }: Pick<StaffAccount, 'role' | 'office'>): View[] {
  return [
    { name: desk.views.all, filter: wholeQueue },
    { name: desk.views.mine, filter: { ...wholeQueue, only: ['mine'] } },
    ...(office && role !== 'office' ? [{ name: desk.views.office, filter: { ...wholeQueue, office } }] : []),
    { name: desk.views.today, filter: { ...wholeQueue, only: ['today'] } },
    { name: desk.views.overdue, filter: { ...wholeQueue, only: ['overdue'] } },
    { name: desk.views.unread, filter: { ...wholeQueue, only: ['unread'] } },
  ]
}

/** Most looks of one's own. */
const mostViews = 12

/** The list with a look in it: one of the same name is replaced, the oldest goes when there are too many. */
export function withView(views: readonly View[], { name, filter }: View): readonly View[] {
  const words = name.trim().slice(0, 12)
  return words === '' ? views : [...views.filter((it) => it.name !== words), { name: words, filter }].slice(-mostViews)
}

/** Stored looks; filters are stored as their address, so that one of an older version is read like an older address. */
export function parseViews(value: unknown): readonly View[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.flatMap((it: unknown) => {
    const { name, filter } = (it ?? {}) as { name?: unknown; filter?: unknown }
    return typeof name === 'string' && name && typeof filter === 'object' && filter !== null ? [{ name, filter: filterFrom(filter as Record<string, string>) }] : []
  })
}

/** Looks of one's own, kept on this device by account. */
const stored = kept<Readonly<Record<string, readonly { readonly name: string; readonly filter: object }[]>>>({
  key: 'staff-views', version: 1, empty: {},
  parse: (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, never> : undefined),
})
/** Everybody's own looks on this device. */
export const ownViews = stored

/** One account's looks among the stored ones. */
export const viewsOf = (all: ReturnType<typeof stored.get>, account: string): readonly View[] =>
  (Object.prototype.hasOwnProperty.call(all, account) ? parseViews(all[account]) : undefined) ?? []

/** Changes one account's looks. */
export function changeViews(account: string, how: (views: readonly View[]) => readonly View[]): void {
  stored.change((all) => ({ ...all, [account]: how(viewsOf(all, account)).map(({ name, filter }) => ({ name, filter: queryOf(filter) })) }))
}
