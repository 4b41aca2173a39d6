import { photoRoutes } from '@shared/photos/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { PhotoService } from './service'

/** Staff's routes of photos. */
export function photoStaffBindings(photos: PhotoService): Binding[] {
  return [
    bind(photoRoutes.judge, async ({ actor, params, body }) => {
      await photos.judge(actor, params.id, body.verdict)
      return { done: true as const }
    }),
  ]
}
