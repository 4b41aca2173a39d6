import { makeCalendar, type Calendar, type CalendarRow } from '@shared/calendar/calendar'
import type { Centre } from '@shared/centre/centre'
import { ServiceError } from '@shared/errors/service-error'
import type { Clock } from '../platform/clock'
import type { CentreStore } from './store'

/** The centre's own data and calendar, remembered for a minute. */
export interface CentreService {
  /** @throws ServiceError `not-found` */
  get(centre: string): Promise<Centre>
  calendar(centre: string): Promise<Calendar>
  /** Ids of all centres. */
  list(): Promise<string[]>
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
    list: () => store.list(),
    async put(centre, calendar) {
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
