import { photoRoutes } from '@shared/photos/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { PhotoService } from './service'

/** The citizen's routes of photos. */
export function photoCitizenBindings(photos: PhotoService): Binding[] {
  return [
    bind(photoRoutes.ticket, ({ actor, body }) => photos.ticket(actor, body.type, body.bytes)),
    bind(photoRoutes.uploaded, async ({ actor, params }) => {
      await photos.uploaded(actor, params.id)
      return { done: true as const }
    }),
  ]
}
