import * as v from 'valibot'
import { countParameter, cursor, day } from '../api/fields'
import { route } from '../api/route'
import { shownAuditEvent } from './audit'

/** Routes of the audit log. */
export const auditRoutes = {
  day: route({
    id: 'audit.day', method: 'GET', path: '/staff/audit/:day', lambda: 'admin', who: 'audit.read',
    params: v.strictObject({ day }), query: v.strictObject({ limit: v.optional(countParameter(1, 100)), cursor: v.optional(cursor) }), body: undefined,
    response: v.strictObject({ events: v.array(shownAuditEvent), cursor: v.optional(cursor) }),
    summary: 'What staff did or looked at on a day, newest first.',
  }),
}
