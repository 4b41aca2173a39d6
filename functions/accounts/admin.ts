import { accountRoutes } from '@shared/accounts/routes'
import type { Staff } from '../platform/actor'
import { bind, type Binding } from '../platform/http/handler'
import type { AccountService } from './service'

const target = (actor: Staff, id: string, expectedVersion: number) => ({ centre: actor.centre, by: actor.id, id, expectedVersion })

/** The administrator's routes. */
export function adminBindings({ admin }: AccountService): Binding[] {
  return [
    bind(accountRoutes.list, async ({ actor }) => ({ accounts: await admin.list(actor.centre) })),
    bind(accountRoutes.create, ({ actor, body }) => admin.create(actor.centre, actor.id, body)),
    bind(accountRoutes.change, ({ actor, params, body: { expectedVersion, ...to } }) => admin.change(target(actor, params.id, expectedVersion), to)),
    bind(accountRoutes.disable, ({ actor, params, body }) => admin.disable(target(actor, params.id, body.expectedVersion))),
    bind(accountRoutes.enable, ({ actor, params, body }) => admin.enable(target(actor, params.id, body.expectedVersion))),
    bind(accountRoutes.reset, ({ actor, params, body }) => admin.reset(target(actor, params.id, body.expectedVersion), body.password)),
  ]
}
