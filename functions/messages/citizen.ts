import { messageRoutes } from '@shared/messages/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { MessageService } from './service'

/** The citizen's routes of the inbox. */
export function messageBindings(messages: MessageService): Binding[] {
  return [
    bind(messageRoutes.list, ({ actor, query }) => messages.list(actor.centre, actor.id, query.cursor)),
    bind(messageRoutes.read, async ({ actor, params }) => {
      await messages.read(actor.centre, actor.id, params.id)
      return { done: true as const }
    }),
    bind(messageRoutes.readUpTo, ({ actor, body }) => messages.readUpTo(actor.centre, actor.id, body.upTo)),
  ]
}
