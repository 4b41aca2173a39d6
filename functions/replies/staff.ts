import { replyRoutes } from '@shared/replies/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { ReplyService } from './service'

/** Staff routes of the official account's replies. */
export function replyStaffBindings(replies: ReplyService): Binding[] {
  return [
    bind(replyRoutes.list, ({ actor }) => replies.list(actor.centre)),
    bind(replyRoutes.put, ({ actor, body }) => replies.put({ centre: actor.centre, name: actor.name }, body.expectedNumber, body.replies, body.note)),
    bind(replyRoutes.history, async ({ actor }) => ({ versions: await replies.history(actor.centre) })),
    bind(replyRoutes.undo, ({ actor, params, body }) => replies.undo({ centre: actor.centre, name: actor.name }, Number(params.number), body.expectedNumber)),
  ]
}
