import { accountRoutes } from '@shared/accounts/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { Sessions } from '../platform/sessions'
import type { AccountService } from './service'

/** Routes of staff's own accounts. */
export function staffBindings({ staff }: AccountService, sessions: Sessions): Binding[] {
  return [
    bind(accountRoutes.staffSignIn, ({ body }) => staff.signIn(body.centre, body.username, body.password)),
    bind(accountRoutes.staffSignOut, async ({ token }) => {
      await sessions.end(token)
      return { done: true as const }
    }),
    bind(accountRoutes.staffMe, ({ actor }) => staff.me(actor.centre, actor.id)),
    bind(accountRoutes.changePassword, ({ actor, body }) => staff.changePassword(actor.centre, actor.id, body.password, body.newPassword)),
  ]
}
