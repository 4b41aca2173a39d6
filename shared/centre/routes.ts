import * as v from 'valibot'
import { inCentre, nothing } from '../api/fields'
import { route } from '../api/route'
import { centre } from './centre'

/** Routes of the centre's own data, and of the service's health. */
export const centreRoutes = {
  health: route({
    id: 'centre.health', method: 'GET', path: '/health', lambda: 'items', who: 'public',
    params: nothing, query: nothing, body: undefined, response: v.strictObject({ status: v.literal('ok') }),
    summary: 'Whether the service answers and reaches its tables.',
  }),
  get: route({
    id: 'centre.get', method: 'GET', path: '/centres/:centre', lambda: 'items', who: 'public', cache: 'minute',
    params: inCentre, query: nothing, body: undefined, response: centre,
    summary: 'The centre: floors, areas, plan, windows, hours, offices, telephones.',
  }),
}
