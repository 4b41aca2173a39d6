import type { StaffAccount, StaffSession } from '@shared/accounts/accounts'
import type { StaffRole } from '@shared/accounts/roles'
import { ServiceError } from '@shared/errors/service-error'
import type { Audit } from '../audit/service'
import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import { newId } from '../platform/ids'
import { hashPassword, passwordMatches } from './passwords'
import type { StaffRecord } from './record'
import type { StaffStore } from './staff-store'

/** Wrong passwords after which an account is locked, and for how long (ms). */
const mostFailures = 5
const lockMs = 15 * 60_000

/** Sign-in of staff, and their passwords. */
export interface StaffService {
  /** @throws ServiceError `sign-in-failed`, `account-locked`, `account-disabled` */
  signIn(centre: string, username: string, password: string): Promise<StaffSession>
  me(centre: string, id: string): Promise<StaffAccount>
  /** Changes one's own password; every session ends and a new one begins. @throws ServiceError `sign-in-failed` when the present password is wrong */
  changePassword(centre: string, id: string, password: string, newPassword: string): Promise<StaffSession>
}

/** What may be shown of an account. */
export function shownAccount({ password: _, epoch: __, failures: ___, ...account }: StaffRecord): StaffAccount {
  return account
}

/** A new account, as an administrator or the first start makes it. */
export interface NewAccount {
  readonly username: string
  readonly name: string
  readonly role: StaffRole
  readonly office?: string
  readonly password: string
}

/** The use cases of staff's own accounts. */
export function createStaffService({ core, store, audit }: { core: Core; store: StaffStore; audit: Audit }): StaffService {
  const { now, random, sessions, log, passwordCost } = core

  /** Looks at a password as one of five attempts; they are counted first, so that many at once are not more than five. */
  async function attempt(account: StaffRecord, password: string): Promise<void> {
    if (!(await store.countAttempt(account, mostFailures, isoInstant(now())))) {
      const fresh = await store.get(account.centre, account.id)
      if (fresh && !fresh.lockedUntil) await store.lock(account, isoInstant(now() + lockMs))
      throw new ServiceError('account-locked')
    }
    if (await passwordMatches(password, account.password, passwordCost)) return store.clearAttempts(account)
    // At most as often as an account can be tried before it is locked.
    await audit.note(account.centre, { by: account.id, account: account.id, action: 'sign-in-failed' })
    const after = await store.get(account.centre, account.id)
    if (after && after.failures >= mostFailures && !after.lockedUntil) {
      await store.lock(account, isoInstant(now() + lockMs))
      log.warn('STAFF_LOCKED', { centre: account.centre, account: account.id })
    }
    throw new ServiceError('sign-in-failed')
  }

  async function begin(account: StaffRecord): Promise<StaffSession> {
    const session = await sessions.begin({ centre: account.centre, kind: 'staff', account: account.id, epoch: account.epoch })
    return { ...session, account: shownAccount(account) }
  }

  async function existing(centre: string, id: string): Promise<StaffRecord> {
    const account = await store.get(centre, id)
    if (!account) throw new ServiceError('not-found')
    return account
  }

  return {
    async signIn(centre, username, password) {
      const account = await store.byUsername(centre, username)
      if (!account) {
        await passwordMatches(password, undefined, passwordCost)
        throw new ServiceError('sign-in-failed')
      }
      await attempt(account, password)
      if (account.disabled) throw new ServiceError('account-disabled')
      await audit.note(centre, { by: account.id, account: account.id, action: 'sign-in' })
      return begin(await existing(centre, account.id))
    },
    async me(centre, id) {
      return shownAccount(await existing(centre, id))
    },
    async changePassword(centre, id, password, newPassword) {
      const account = await existing(centre, id)
      await attempt(account, password)
      const change = { password: await hashPassword(newPassword, random, passwordCost), mustChangePassword: false, endSessions: true }
      if (!(await store.change(account, change, audit.write(centre, { by: id, account: id, action: 'account-password' })))) throw new ServiceError('version-conflict')
      return begin(await existing(centre, id))
    },
  }
}

/** The record of a new account. */
export async function newStaffRecord(core: Core, centre: string, it: NewAccount, mustChangePassword: boolean): Promise<StaffRecord> {
  return {
    centre, id: newId(core.random), username: it.username, name: it.name, role: it.role, ...(it.office ? { office: it.office } : {}),
    disabled: false, mustChangePassword, createdAt: isoInstant(core.now()), version: 1,
    password: await hashPassword(it.password, core.random, core.passwordCost), epoch: 1, failures: 0,
  }
}
