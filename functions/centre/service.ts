import { makeCalendar, type Calendar, type CalendarRow } from '@shared/calendar/calendar'
import type { Centre } from '@shared/centre/centre'
import { ServiceError } from '@shared/errors/service-error'
import type { Clock } from '../platform/clock'
import type { CentreStore, Routing } from './store'

/** The centre's own data and calendar, remembered for a minute. */
export interface CentreService {
  /** @throws ServiceError `not-found` */
  get(centre: string): Promise<Centre>
  calendar(centre: string): Promise<Calendar>
  /** Rules and words by which complaints are passed on; none where nobody has loaded any. */
  routing(centre: string): Promise<Routing>
  /** Puts rules and words in place of the former, or with `first` only where there are none. */
  putRouting(centre: string, routing: Routing, first?: 'first'): Promise<void>
  /** Ids of all centres. */
  list(): Promise<string[]>
  /** Puts a centre among those that `list` tells, for one that was loaded before there was a list. */
  enlist(centre: string): Promise<void>
  /** Puts a centre's data in place of the former. */
  put(centre: Centre, calendar: readonly CalendarRow[]): Promise<void>
  /** Answers when the tables can be reached. */
  reachable(): Promise<void>
}

const keepMs = 60_000

/** The centre's use cases. */
export function createCentreService(store: CentreStore, now: Clock): CentreService {
  const centres = new Map<string, { value: Centre; until: number }>()
  const calendars = new Map<string, { value: Calendar; until: number }>()
  const routings = new Map<string, { value: Routing; until: number }>()
  return {
    async get(centre) {
      const kept = centres.get(centre)
      if (kept && kept.until > now()) return kept.value
      const value = await store.get(centre)
      if (!value) throw new ServiceError('not-found')
      centres.set(centre, { value, until: now() + keepMs })
      return value
    },
    async calendar(centre) {
      const kept = calendars.get(centre)
      if (kept && kept.until > now()) return kept.value
      const value = makeCalendar(await store.calendar(centre))
      calendars.set(centre, { value, until: now() + keepMs })
      return value
    },
    async routing(centre) {
      const kept = routings.get(centre)
      if (kept && kept.until > now()) return kept.value
      const value = (await store.routing(centre)) ?? { rules: [], words: [] }
      routings.set(centre, { value, until: now() + keepMs })
      return value
    },
    async putRouting(centre, routing, first) {
      if (first && await store.routing(centre)) return
      await store.putRouting(centre, routing)
      routings.delete(centre)
    },
    list: () => store.list(),
    enlist: (centre) => store.enlist(centre),
    async put(centre, calendar) {
      await store.enlist(centre.id)
      await store.putCalendar(centre.id, calendar)
      await store.put(centre)
      centres.delete(centre.id)
      calendars.delete(centre.id)
    },
    async reachable() {
      await store.get('000000')
    },
  }
}
