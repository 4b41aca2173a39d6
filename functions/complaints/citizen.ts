import { complaintRoutes } from '@shared/complaints/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { ComplaintService } from './service'

const pageSize = 20

/** The citizen's and the public's routes of complaints. */
export function complaintCitizenBindings({ board, citizens, figures, follow, followed, similar }: ComplaintService): Binding[] {
  return [
    bind(complaintRoutes.submit, ({ actor, body }) => citizens.submit(actor, body)),
    bind(complaintRoutes.mine, ({ actor, query }) => citizens.mine(actor, query.cursor, query.limit ?? pageSize)),
    bind(complaintRoutes.asked, async ({ actor }) => ({ complaints: await citizens.asked(actor) })),
    bind(complaintRoutes.get, ({ actor, params }) => citizens.get(actor, params.id)),
    bind(complaintRoutes.reply, ({ actor, params, body }) => citizens.reply(actor, params.id, body)),
    bind(complaintRoutes.withdraw, ({ actor, params, body }) => citizens.withdraw(actor, params.id, body.expectedVersion)),
    bind(complaintRoutes.rate, ({ actor, params, body }) => citizens.rate(actor, params.id, body)),
    bind(complaintRoutes.reopen, ({ actor, params, body }) => citizens.reopen(actor, params.id, body)),
    bind(complaintRoutes.follow, ({ actor, params, body }) => follow(actor, params.id, body.follow)),
    bind(complaintRoutes.following, ({ actor, params }) => followed.one(actor, params.id)),
    bind(complaintRoutes.followed, ({ actor, query }) => followed.list(actor, query.cursor, query.limit ?? pageSize)),
    bind(complaintRoutes.similar, async ({ params, body, address }) => ({ cases: await similar.find(params.centre, body, address) })),
    bind(complaintRoutes.published, ({ params, query }) => board.list(params.centre, query, query.limit ?? pageSize)),
    bind(complaintRoutes.figures, async ({ params }) => ({ figures: await figures.get(params.centre) })),
    bind(complaintRoutes.publishedOne, ({ params }) => board.one(params.centre, params.id)),
  ]
}
