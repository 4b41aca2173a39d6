import { chinaDay } from '@shared/calendar/calendar'
import { monthsOn, publicFiguresOf, type PublicFigures } from '@shared/complaints/public-figures'
import { isoInstant, type Clock } from '../../platform/clock'
import type { FiguresStore } from './store'

/** The public figures: counted once after each midnight and not at each request, so that nobody can watch a count go up by one. */
export interface PublicFiguresService {
  /** As they were last counted; none before the first time. */
  get(centre: string): Promise<PublicFigures | undefined>
  /** Counts them anew, if that was not done yet today. True when it was done now. */
  count(centre: string): Promise<boolean>
}

/** The public figures over the facts. */
export function createPublicFigures(facts: FiguresStore, now: Clock): PublicFiguresService {
  return {
    get: (centre) => facts.counted(centre),
    async count(centre) {
      const today = chinaDay(now())
      const before = await facts.counted(centre)
      if (before && chinaDay(Date.parse(before.at)) === today) return false
      await facts.keepCounted(centre, publicFiguresOf(await facts.ofMonths(centre, monthsOn(today)), isoInstant(now()), today))
      return true
    },
  }
}
