import { ServiceError } from '@shared/errors/service-error'
import { centreBindings } from '../../centre/citizen'
import { createCentreService } from '../../centre/service'
import { createCentreStore } from '../../centre/store'
import { itemCitizenBindings } from '../../items/citizen'
import type { Core } from '../../platform/core'
import { createApp } from '../../platform/http/app'
import type { HttpApp } from '../../platform/http/event'
import { createSearchServices } from '../search-services'

/** The public Lambda: the centre and its items. It knows no accounts, so it can hold no private route. */
export function itemsApp(core: Core): HttpApp {
  const { config, dynamo, now, log, random } = core
  const centres = createCentreService(createCentreStore(dynamo, config.tables.centres), now)
  const { items, searches, questions } = createSearchServices(core)
  const authenticate = () => Promise.reject(new ServiceError('sign-in-required'))
  return createApp({ authenticate, log, random }, [...centreBindings(centres), ...itemCitizenBindings(items, searches, questions)])
}
