import * as v from 'valibot'
import { done, inCentre, nothing, randomId, wholeNumber } from '../api/fields'
import { route } from '../api/route'
import { maxAreas, photoArea, photoTypes, uploadTicket } from './photo'

/** What is to be uploaded. */
const upload = v.strictObject({ type: v.picklist(photoTypes), bytes: v.pipe(v.number(), v.integer(), v.minValue(1)) })
const onePhoto = v.strictObject({ id: randomId })

/** Routes of the photos (照片). */
export const photoRoutes = {
  ticket: route({
    id: 'photos.ticket', method: 'POST', path: '/centres/:centre/photos', lambda: 'complaints', who: 'citizen', status: 201,
    params: inCentre, query: nothing,
    body: upload,
    response: uploadTicket,
    summary: 'Leave to upload one photo; the store refuses another type or size.',
  }),
  uploaded: route({
    id: 'photos.uploaded', method: 'POST', path: '/centres/:centre/photos/:id/uploaded', lambda: 'complaints', who: 'citizen',
    params: v.strictObject({ ...inCentre.entries, id: randomId }), query: nothing, body: nothing, response: done,
    summary: 'Says that the upload is over: the file is looked at, and one that cannot be taken is refused with the reason.',
  }),
  staffTicket: route({
    id: 'photos.staffTicket', method: 'POST', path: '/staff/photos', lambda: 'complaints', who: 'complaint.act', status: 201,
    params: nothing, query: nothing, body: upload, response: uploadTicket,
    summary: 'Leave for staff to upload one photo of what was put right; it goes the way of a citizen\'s photo.',
  }),
  staffUploaded: route({
    id: 'photos.staffUploaded', method: 'POST', path: '/staff/photos/:id/uploaded', lambda: 'complaints', who: 'complaint.act',
    params: onePhoto, query: nothing, body: nothing, response: done,
    summary: 'Says that the upload by staff is over; a file that cannot be taken is refused with the reason.',
  }),
  judge: route({
    id: 'photos.judge', method: 'POST', path: '/staff/photos/:id/verdict', lambda: 'complaints', who: 'photo.judge',
    params: onePhoto, query: nothing, body: v.strictObject({ verdict: v.picklist(['pass', 'risky']) }), response: done,
    summary: 'A person decides on a photo that the automatic check left open.',
  }),
  blackOut: route({
    id: 'photos.blackOut', method: 'POST', path: '/staff/photos/:id/blackouts', lambda: 'complaints', who: 'photo.black-out',
    params: onePhoto, query: nothing,
    body: v.strictObject({
      expectedVersion: wholeNumber,
      areas: v.pipe(v.array(photoArea), v.maxLength(maxAreas, `最多 ${maxAreas} 处`)),
      /** Instead of the areas that are black already, not besides them; uncovers, so only those who may see the original. */
      instead: v.optional(v.boolean(), false),
    }),
    response: done,
    summary: 'Blacks out parts of a photo for everybody; nobody but staff sees it until that is drawn into its pixels.',
  }),
  original: route({
    id: 'photos.original', method: 'POST', path: '/staff/photos/:id/original', lambda: 'complaints', who: 'photo.original',
    params: onePhoto, query: nothing, body: nothing, response: v.strictObject({ url: v.string(), areas: v.array(photoArea) }),
    summary: 'The photo without blacked-out parts, and which parts they are; who looked at it is written down.',
  }),
  again: route({
    id: 'photos.again', method: 'POST', path: '/staff/photos/:id/attempts', lambda: 'complaints', who: 'photo.judge',
    params: onePhoto, query: nothing, body: nothing, response: done,
    summary: 'Tries again to make the picture of a photo for which that did not succeed.',
  }),
}
