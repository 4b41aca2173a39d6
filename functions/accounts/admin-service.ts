import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffRole } from '@shared/accounts/roles'
import { ServiceError } from '@shared/errors/service-error'
import type { AuditAction } from '@shared/audit/audit'
import type { Audit } from '../audit/service'
import type { CentreService } from '../centre/service'
import type { Core } from '../platform/core'
import { hashPassword } from './passwords'
import type { StaffRecord } from './record'
import { newStaffRecord, shownAccount, type NewAccount } from './staff-service'
import type { StaffChange, StaffStore } from './staff-store'

/** An account named by a guarded write. */
export interface Target {
  readonly centre: string
  /** The administrator who does it. */
  readonly by: string
  readonly id: string
  readonly expectedVersion: number
}

/** Staff accounts under the administrator's hands. */
export interface AdminService {
  list(centre: string): Promise<StaffAccount[]>
  /** `by` is the administrator, or `start` for the first account of a centre. @throws ServiceError `username-taken`, `office-unknown` */
  create(centre: string, by: string, account: NewAccount, mustChangePassword?: boolean): Promise<StaffAccount>
  /** Name, role and office; sessions end. */
  change(target: Target, to: { name: string; role: StaffRole; office?: string }): Promise<StaffAccount>
  disable(target: Target): Promise<StaffAccount>
  enable(target: Target): Promise<StaffAccount>
  reset(target: Target, password: string): Promise<StaffAccount>
}

/** The administrator's use cases. Nobody can disable or demote themselves, so that a centre always keeps an administrator. */
export function createAdminService({ core, store, centres, audit }: { core: Core; store: StaffStore; centres: CentreService; audit: Audit }): AdminService {
  const { random, passwordCost } = core

  async function checkOffice(centre: string, role: StaffRole, office: string | undefined): Promise<void> {
    if (role === 'office' && !office) throw new ServiceError('invalid-request', { fields: { office: '请选择科室' } })
    if (office && !(await centres.get(centre)).offices.some((it) => it.id === office)) throw new ServiceError('office-unknown')
  }

  async function write(target: Target, action: AuditAction, change: StaffChange): Promise<StaffAccount> {
    const account = await store.get(target.centre, target.id)
    if (!account) throw new ServiceError('not-found')
    if (account.version !== target.expectedVersion) throw new ServiceError('version-conflict', { currentVersion: account.version })
    const written = await store.change(account, change, audit.write(target.centre, { by: target.by, account: target.id, action }))
    const after = (await store.get(target.centre, target.id)) as StaffRecord
    if (!written) throw new ServiceError('version-conflict', { currentVersion: after.version })
    return shownAccount(after)
  }

  const notOneself = (target: Target) => {
    if (target.by === target.id) throw new ServiceError('not-allowed')
  }

  return {
    async list(centre) {
      return (await store.list(centre)).map(shownAccount)
    },
    async create(centre, by, account, mustChangePassword = true) {
      await checkOffice(centre, account.role, account.office)
      const record = await newStaffRecord(core, centre, account, mustChangePassword)
      if (!(await store.create(record, audit.write(centre, { by, account: record.id, action: 'account-create' })))) throw new ServiceError('username-taken')
      return shownAccount(record)
    },
    async change(target, { name, role, office }) {
      notOneself(target)
      await checkOffice(target.centre, role, office)
      return write(target, 'account-change', { name, role, office: office ?? null, endSessions: true })
    },
    async disable(target) {
      notOneself(target)
      return write(target, 'account-disable', { disabled: true, endSessions: true })
    },
    enable: (target) => write(target, 'account-enable', { disabled: false, unlock: true }),
    async reset(target, password) {
      return write(target, 'account-reset', { password: await hashPassword(password, random, passwordCost), mustChangePassword: true, endSessions: true, unlock: true })
    },
  }
}
