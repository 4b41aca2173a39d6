import type { Hono } from 'hono'
import { ServiceError } from '@shared/errors/service-error'
import { centreBindings } from '../../centre/citizen'
import { createCentreService } from '../../centre/service'
import { createCentreStore } from '../../centre/store'
import type { Core } from '../../platform/core'
import { createApp } from '../../platform/http/app'

/** The public Lambda: the centre and its items. It knows no accounts, so it can hold no private route. */
export function itemsApp(core: Core): Hono {
  const { config, dynamo, now, log, random } = core
  const centres = createCentreService(createCentreStore(dynamo, config.tables.centres), now)
  const authenticate = () => Promise.reject(new ServiceError('sign-in-required'))
  return createApp({ authenticate, log, random }, centreBindings(centres))
}
