import { messageRoutes } from '@shared/messages/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { MessageService } from './service'

/** Staff's routes of the inbox. */
export function messageStaffBindings({ staff }: MessageService): Binding[] {
  return [
    bind(messageRoutes.staffList, ({ actor, query }) => staff.list(actor, query.cursor)),
    bind(messageRoutes.staffUnread, async ({ actor }) => ({ unread: await staff.unread(actor) })),
    bind(messageRoutes.staffRead, async ({ actor, params }) => {
      await staff.read(actor, params.id)
      return { done: true as const }
    }),
    bind(messageRoutes.staffReadUpTo, async ({ actor, body }) => {
      await staff.readUpTo(actor, body.upTo)
      return { done: true as const }
    }),
  ]
}

/** The administrator's routes of messages that were given up. */
export function deadLetterBindings({ deadLetters }: MessageService): Binding[] {
  return [
    bind(messageRoutes.deadLetters, ({ actor, query }) => deadLetters.list(actor.centre, query.cursor)),
    bind(messageRoutes.resend, async ({ actor, body }) => ({ count: await deadLetters.resend(actor, body.id) })),
  ]
}
