import type { StaffRole } from '@shared/accounts/roles'

/** A signed-in citizen. */
export interface Citizen {
  readonly kind: 'citizen'
  readonly centre: string
  readonly id: string
  readonly signIn: 'wechat' | 'device'
  readonly createdAt: string
  /** WeChat's id of the citizen, for the text check and subscribe messages; never in an answer or a log. */
  readonly openid?: string
}

/** A signed-in member of staff. */
export interface Staff {
  readonly kind: 'staff'
  readonly centre: string
  readonly id: string
  readonly name: string
  readonly role: StaffRole
  readonly office?: string
  readonly mustChangePassword: boolean
}

/** Whoever acts. */
export type Actor = Citizen | Staff

/** Finds out who holds a session's token. @throws ServiceError `session-expired` when it no longer holds. */
export type Authenticate = (token: string) => Promise<Actor>
