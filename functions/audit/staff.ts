import { auditRoutes } from '@shared/audit/routes'
import type { StaffAccount } from '@shared/accounts/accounts'
import { bind, type Binding } from '../platform/http/handler'
import { named, type Audit } from './service'

const pageSize = 50

/** The administrator's route of the audit log; `accounts` gives the staff of a centre, whose names stand in it. */
export function auditBindings(audit: Audit, accounts: (centre: string) => Promise<StaffAccount[]>): Binding[] {
  return [
    bind(auditRoutes.day, async ({ actor, params, query: { limit = pageSize, cursor } }) => {
      const [page, staff] = await Promise.all([audit.day(actor.centre, params.day, { limit, ...(cursor ? { cursor } : {}) }), accounts(actor.centre)])
      return { ...page, events: named(page.events, staff) }
    }),
  ]
}
