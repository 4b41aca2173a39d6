import { ServiceError } from '@shared/errors/service-error'
import type { Audit } from '../audit/service'
import type { CentreService } from '../centre/service'
import type { Authenticate } from '../platform/actor'
import type { Core } from '../platform/core'
import type { Wechat } from '../platform/wechat/client'
import { createAdminService, type AdminService } from './admin-service'
import { createCitizenService, type CitizenService } from './citizen-service'
import { createCitizenStore } from './citizen-store'
import { createStaffService, type StaffService } from './staff-service'
import { createStaffStore } from './staff-store'

/** Accounts of citizens and staff, and who holds a session. */
export interface AccountService {
  readonly citizens: CitizenService
  readonly staff: StaffService
  readonly admin: AdminService
  readonly authenticate: Authenticate
}

/** Everything of the accounts. */
export function createAccountService({ core, centres, wechat, audit }: { core: Core; centres: CentreService; wechat: Wechat; audit: Audit }): AccountService {
  const { config, dynamo, sessions } = core
  const citizenStore = createCitizenStore(dynamo, config.tables.accounts)
  const staffStore = createStaffStore(dynamo, config.tables.accounts)
  return {
    citizens: createCitizenService({ core, store: citizenStore, wechat }),
    staff: createStaffService({ core, store: staffStore, audit }),
    admin: createAdminService({ core, store: staffStore, centres, audit }),
    async authenticate(token) {
      const session = await sessions.find(token)
      if (!session) throw new ServiceError('session-expired')
      const { centre, account: id } = session
      if (session.kind === 'citizen') {
        const citizen = await citizenStore.get(centre, id)
        if (!citizen) throw new ServiceError('session-expired')
        return { kind: 'citizen', centre, id, signIn: citizen.kind, createdAt: citizen.createdAt, ...(citizen.openid ? { openid: citizen.openid } : {}) }
      }
      const account = await staffStore.get(centre, id)
      if (!account || account.disabled || account.epoch !== session.epoch) throw new ServiceError('session-expired')
      const { name, role, office, mustChangePassword } = account
      return { kind: 'staff', centre, id, name, role, mustChangePassword, ...(office ? { office } : {}) }
    },
  }
}
