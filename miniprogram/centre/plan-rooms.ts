import type { Centre } from '@shared/centre/centre'
import type { PlanRoom } from '../ui/floor-plan'

/** What is drawn on one floor: its service areas, then the other places; `marked` is the area that stands out. Keys are `area:<id>` and `place:<id>`. */
export function roomsOn(centre: Centre, floor: string, marked?: string): PlanRoom[] {
  const areas = centre.areas.flatMap((area) =>
    area.plan.filter((part) => part.floor === floor).map(({ x, y, w, h }): PlanRoom => ({ key: `area:${area.id}`, name: area.name, kind: 'area', on: area.id === marked, x, y, w, h })))
  const places = centre.places.filter((place) => place.floor === floor).map(({ id, name, x, y, w, h }): PlanRoom => ({ key: `place:${id}`, name, kind: 'place', x, y, w, h }))
  return [...areas, ...places]
}
