import type { Centre } from '@shared/centre/centre'
import type { Where } from '@shared/complaints/complaint'
import { texts } from '../../texts'

/** Area, window and “on the net” in words; ids that the centre does not know are left out. */
export function placeWords(where: Where, centre: Pick<Centre, 'areas' | 'windows'> | undefined): string {
  const area = centre?.areas.find(({ id }) => id === where.area)?.name
  const window = centre?.windows.find(({ id }) => id === where.window)?.name
  return [area, window, where.online ? texts.complaint.whereOnline : undefined].filter(Boolean).join(' · ')
}
