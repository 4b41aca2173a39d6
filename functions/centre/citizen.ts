import { centreRoutes } from '@shared/centre/routes'
import { ServiceError } from '@shared/errors/service-error'
import { bind, type Binding } from '../platform/http/handler'
import type { CentreService } from './service'

/** Public routes of the centre's own data. */
export function centreBindings(centres: CentreService): Binding[] {
  return [
    bind(centreRoutes.get, ({ params }) => centres.get(params.centre)),
    bind(centreRoutes.health, async () => {
      try {
        await centres.reachable()
      } catch {
        throw new ServiceError('unavailable')
      }
      return { status: 'ok' as const }
    }),
  ]
}
