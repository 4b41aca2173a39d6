import { photoRoutes } from '@shared/photos/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { PhotoService } from './service'
import type { StaffPhotos } from './staff-service'

const done = { done: true as const }

/** Staff's routes of photos. */
export function photoStaffBindings(photos: PhotoService, staff: StaffPhotos): Binding[] {
  return [
    bind(photoRoutes.staffTicket, ({ actor, body }) => photos.ticket(actor, body.type, body.bytes)),
    bind(photoRoutes.staffUploaded, async ({ actor, params }) => {
      await photos.uploaded(actor, params.id)
      return done
    }),
    bind(photoRoutes.judge, async ({ actor, params, body }) => {
      await staff.judge(actor, params.id, body.verdict)
      return done
    }),
    bind(photoRoutes.blackOut, async ({ actor, params, body }) => {
      await staff.blackOut(actor, params.id, body)
      return done
    }),
    bind(photoRoutes.original, ({ actor, params }) => staff.original(actor, params.id)),
    bind(photoRoutes.again, async ({ actor, params }) => {
      await staff.again(actor, params.id)
      return done
    }),
  ]
}
