import { inCentre, nothing } from '../api/fields'
import { route } from '../api/route'
import { centre } from './centre'

/** Routes of the centre's own data. */
export const centreRoutes = {
  get: route({
    id: 'centre.get', method: 'GET', path: '/centres/:centre', lambda: 'items', who: 'public',
    params: inCentre, query: nothing, body: undefined, response: centre,
    summary: 'The centre: floors, areas, plan, windows, hours, offices, telephones.',
  }),
}
