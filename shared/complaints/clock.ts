import { addWorkingDays, type Calendar } from '../calendar/calendar'
import { ServiceError } from '../errors/service-error'

/** A day by which something is due, or `unknown`: the calendar does not reach so far, so staff must complete it. */
export type Due = string

/** The working day on which `days` working days after `from` have passed, or `unknown`. */
export function dueAfter(calendar: Calendar, from: string, days: number): Due {
  try {
    return addWorkingDays(calendar, from, days)
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'calendar-not-covered') return 'unknown'
    throw error
  }
}
