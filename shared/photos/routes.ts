import * as v from 'valibot'
import { anyStaff } from '../accounts/roles'
import { done, inCentre, nothing, randomId } from '../api/fields'
import { route } from '../api/route'
import { photoTypes, uploadTicket } from './photo'

/** Routes of the photos (照片). */
export const photoRoutes = {
  ticket: route({
    id: 'photos.ticket', method: 'POST', path: '/centres/:centre/photos', lambda: 'complaints', who: 'citizen', status: 201,
    params: inCentre, query: nothing,
    body: v.strictObject({ type: v.picklist(photoTypes), bytes: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    response: uploadTicket,
    summary: 'Leave to upload one photo; the store refuses another type or size.',
  }),
  judge: route({
    id: 'photos.judge', method: 'POST', path: '/staff/photos/:id/verdict', lambda: 'complaints', who: anyStaff,
    params: v.strictObject({ id: randomId }), query: nothing, body: v.strictObject({ verdict: v.picklist(['pass', 'risky']) }), response: done,
    summary: 'A person decides on a photo that the automatic check left open.',
  }),
}
