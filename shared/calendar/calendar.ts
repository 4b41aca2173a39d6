import { ServiceError } from '../errors/service-error'

/** One line of a centre's calendar (data/calendar.csv): a day that differs from the week's rule, or `covered` for a year. */
export interface CalendarRow {
  /** `2026-10-01`. */
  readonly day: string
  /** Off though a weekday (放假), or worked though a weekend (调休上班). */
  readonly kind: 'off' | 'work'
  /** Name of the holiday (节日). */
  readonly name: string
}

/** A centre's calendar: the years that it covers, and the days that differ from Monday to Friday. */
export interface Calendar {
  readonly years: ReadonlySet<number>
  readonly special: ReadonlyMap<string, 'off' | 'work'>
}

/** The calendar of these rows; a year is covered when it has at least one row. */
export function makeCalendar(rows: readonly CalendarRow[]): Calendar {
  return { years: new Set(rows.map((row) => Number(row.day.slice(0, 4)))), special: new Map(rows.map((row) => [row.day, row.kind])) }
}

const dayMs = 86_400_000

/** The day in China's time (UTC+8) of an instant in ms. */
export function chinaDay(instantMs: number): string {
  return new Date(instantMs + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The day `count` days after another. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * dayMs).toISOString().slice(0, 10)
}

/** Whether a day is worked. @throws ServiceError `calendar-not-covered` when the calendar does not know the year. */
export function isWorkingDay(calendar: Calendar, day: string): boolean {
  if (!calendar.years.has(Number(day.slice(0, 4)))) throw new ServiceError('calendar-not-covered')
  const special = calendar.special.get(day)
  if (special) return special === 'work'
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/**
 * The working day on which `count` working days after `day` have passed; the day itself does not count (办理期限自次日起算).
 * @throws ServiceError `calendar-not-covered` when the way there leaves the calendar.
 */
export function addWorkingDays(calendar: Calendar, day: string, count: number): string {
  let at = day
  let left = count
  while (left > 0) {
    at = addDays(at, 1)
    if (isWorkingDay(calendar, at)) left--
  }
  return at
}
