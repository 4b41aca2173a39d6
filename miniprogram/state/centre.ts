import * as v from 'valibot'
import { routes } from '@shared/api/routes'
import { centre as centreSchema, type Centre } from '@shared/centre/centre'
import { centre as centreId } from '../platform/config'
import { call } from '../platform/request'
import { kept, useKept } from './kept'
import { useLoaded, type Loaded } from './use-loaded'

/** The centre's data as it was last fetched: the hall shows without a network too. */
const lastCentre = kept<Centre | null>({
  key: `centre-${centreId}`,
  version: 1,
  empty: null,
  parse: (value) => {
    const parsed = v.safeParse(centreSchema, value)
    return parsed.success ? parsed.output : undefined
  },
})

/** The centre's data: what is kept at once, the current one as soon as it comes. */
export function useCentre(): Loaded<Centre> {
  const before = useKept(lastCentre)
  const loaded = useLoaded(centreId, async () => {
    const fetched = await call(routes.centre.get, { params: { centre: centreId } })
    lastCentre.change(() => fetched)
    return fetched
  })
  const value = loaded.value ?? before ?? undefined
  return value === undefined ? loaded : { ...loaded, value, problem: undefined }
}
