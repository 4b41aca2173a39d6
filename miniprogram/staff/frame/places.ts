import { may } from '@shared/accounts/permissions'
import type { StaffRole } from '@shared/accounts/roles'
import type { Route } from '@shared/api/route'
import { routes } from '@shared/api/routes'
import { frame } from '../../texts/staff/frame'

/** One entry of the staff's navigation. */
export interface Place {
  readonly page: string
  readonly words: string
  /** Pages that belong under it. */
  readonly within: readonly string[]
}

/** Where staff begin. */
export const firstPage = 'staff/queue/index'
/** Where staff find what came to them. */
export const messagesPage = 'staff/messages/index'
/** Where staff sign in. */
export const signInPage = 'staff/sign-in/index'
/** Where staff change their password. */
export const passwordPage = 'staff/password/index'

const { places } = frame

/** The entries that a role has, by the roles that the route table lets in. */
export function placesOf(role: StaffRole): Place[] {
  const accounts: Place[] = mayCall(routes.accounts.list, role) ? [{ page: 'staff/accounts/index', words: places.accounts, within: [] }] : []
  const audit: Place[] = mayCall(routes.audit.day, role) ? [{ page: 'staff/audit/index', words: places.audit, within: [] }] : []
  const dashboard: Place[] = mayCall(routes.complaints.dashboard, role) ? [{ page: 'staff/dashboard/index', words: places.dashboard, within: [] }] : []
  const intake: Place[] = mayCall(routes.complaints.intake, role) ? [{ page: 'staff/intake/index', words: places.intake, within: [] }] : []
  return [
    { page: firstPage, words: places.queue, within: ['staff/complaint/index', 'staff/print/index'] },
    { page: messagesPage, words: places.messages, within: [] },
    ...intake,
    { page: 'staff/items/index', words: places.items, within: ['staff/item/index', 'staff/import/index'] },
    { page: 'staff/words/index', words: places.words, within: [] },
    { page: 'staff/templates/index', words: places.templates, within: [] },
    { page: 'staff/replies/index', words: places.replies, within: [] },
    ...dashboard,
    ...accounts,
    ...audit,
    { page: passwordPage, words: places.password, within: [] },
  ]
}

/** Whether a staff route lets a role in. */
export const mayCall = ({ who }: Pick<Route, 'who'>, role: StaffRole): boolean => who !== 'public' && who !== 'citizen' && may(role, who)
