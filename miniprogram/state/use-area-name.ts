import { useCallback } from 'react'
import { useCentre } from './centre'

/** Gives an area's name for its id; what is no id of this centre's area stays as it is. */
export function useAreaName(): (area: string) => string {
  const { value: centre } = useCentre()
  return useCallback((area: string) => centre?.areas.find(({ id }) => id === area)?.name ?? area, [centre])
}
