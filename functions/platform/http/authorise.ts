import { may } from '@shared/accounts/permissions'
import type { Route } from '@shared/api/route'
import { ServiceError } from '@shared/errors/service-error'
import type { Actor, Authenticate } from '../actor'
import type { HttpEvent } from './event'

/** Routes that staff may call before they have changed their first password. */
const beforePasswordChange = ['accounts.changePassword', 'accounts.staffMe', 'accounts.staffSignOut']

/** The token of `Authorization: Bearer …`, empty when there is none. */
export function bearerToken({ headers }: HttpEvent): string {
  return /^Bearer ([0-9A-Za-z._-]{1,200})$/.exec(headers.authorization ?? '')?.[1] ?? ''
}

/**
 * Who calls the route, if it is for them; undefined on a public route.
 * @throws ServiceError `sign-in-required`, `session-expired`, `not-allowed` or `password-change-required`
 */
export async function authorise(route: Route, token: string, centre: string | undefined, authenticate: Authenticate): Promise<Actor | undefined> {
  if (route.who === 'public') return undefined
  if (!token) throw new ServiceError('sign-in-required')
  const actor = await authenticate(token)
  if (route.who === 'citizen') {
    if (actor.kind !== 'citizen') throw new ServiceError('not-allowed')
    if (actor.centre !== centre) throw new ServiceError('sign-in-required')
    return actor
  }
  if (actor.kind !== 'staff' || !may(actor.role, route.who)) throw new ServiceError('not-allowed')
  if (actor.mustChangePassword && !beforePasswordChange.includes(route.id)) throw new ServiceError('password-change-required')
  return actor
}
