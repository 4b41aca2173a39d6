import { dashboardMonths } from '@shared/complaints/dashboard'
import { complaintRoutes } from '@shared/complaints/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { ComplaintService } from './service'

const pageSize = 50

/** Staff's routes of complaints. */
export function complaintStaffBindings({ staff, dashboard }: ComplaintService): Binding[] {
  return [
    bind(complaintRoutes.staffQueue, ({ actor, query: { limit = pageSize, ...query } }) => staff.queue(actor, { ...query, limit })),
    bind(complaintRoutes.staffSearch, ({ actor, query }) => staff.search(actor, query)),
    bind(complaintRoutes.staffCounts, ({ actor }) => staff.counts(actor)),
    bind(complaintRoutes.staffGet, ({ actor, params }) => staff.get(actor, params.id)),
    bind(complaintRoutes.suggestion, ({ actor, params }) => staff.suggestion(actor, params.id)),
    bind(complaintRoutes.staffFind, ({ actor, params }) => staff.find(actor, params.receipt)),
    bind(complaintRoutes.contact, ({ actor, params }) => staff.contact(actor, params.id)),
    bind(complaintRoutes.dashboard, ({ actor, query: { months = dashboardMonths.usual, ...query } }) => dashboard(actor, { months, ...query })),
    bind(complaintRoutes.export, ({ actor, body }) => staff.export(actor, body)),
    bind(complaintRoutes.intake, ({ actor, body }) => staff.intake(actor, body)),
    bind(complaintRoutes.passMany, ({ actor, body }) => staff.passMany(actor, body)),
    bind(complaintRoutes.act, ({ actor, params, body }) => staff.act(actor, params.id, body)),
  ]
}
