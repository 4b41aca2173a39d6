import type { ComplaintKind } from '@shared/complaints/kinds'
import { limitsOf } from '@shared/complaints/limits'
import type { CentreService } from '../centre/service'
import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import type { StepTime } from './steps/step'

/** Now, with a centre's calendar and its limits for a kind of complaint. */
export type Times = (centre: string, kind: ComplaintKind) => Promise<StepTime>

/** Reads calendars and limits from the centre's data. */
export const createTimes = ({ core: { now }, centres }: { core: Pick<Core, 'now'>; centres: CentreService }): Times => async (centre, kind) => {
  const [{ complaints }, calendar] = await Promise.all([centres.get(centre), centres.calendar(centre)])
  return { at: isoInstant(now()), calendar, limits: limitsOf(complaints, kind) }
}
