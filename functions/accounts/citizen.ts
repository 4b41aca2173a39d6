import { accountRoutes } from '@shared/accounts/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { Sessions } from '../platform/sessions'
import type { PersonalData } from './personal-data'
import type { AccountService } from './service'

/** The citizen's routes of accounts. */
export function citizenBindings({ citizens }: AccountService, sessions: Sessions, personal: PersonalData): Binding[] {
  const done = { done: true as const }
  return [
    bind(accountRoutes.wechatSignIn, ({ params, body }) => citizens.signInWithWechat(params.centre, body.code)),
    bind(accountRoutes.deviceSignIn, ({ params, body }) => citizens.signInWithDevice(params.centre, body.deviceKey)),
    bind(accountRoutes.me, async ({ actor: { id, signIn: kind, createdAt } }) => ({ id, kind, createdAt })),
    bind(accountRoutes.exportMe, ({ actor }) => personal.export(actor)),
    bind(accountRoutes.consent, async ({ actor, body }) => {
      await citizens.consent(actor.centre, actor.id, body)
      return done
    }),
    bind(accountRoutes.phoneNumber, async ({ body }) => ({ number: await citizens.phoneNumber(body.code) })),
    bind(accountRoutes.deleteMe, async ({ actor }) => {
      await personal.delete(actor)
      return done
    }),
    bind(accountRoutes.signOut, async ({ token }) => {
      await sessions.end(token)
      return done
    }),
  ]
}
