import * as v from 'valibot'
import { day, text } from '../api/fields'
import { ServiceError } from '../errors/service-error'

/** One line of a centre's calendar (data/calendar.csv): a weekday that is off (放假), or a weekend day that is worked (调休上班). */
export const calendarRow = v.strictObject({ date: day, kind: v.picklist(['holiday', 'workday']), name: text(30) })
/** One line of a centre's calendar. */
export type CalendarRow = v.InferOutput<typeof calendarRow>

/** A centre's calendar: the years that it covers, and the days that differ from Monday to Friday. */
export interface Calendar {
  readonly years: ReadonlySet<number>
  readonly special: ReadonlyMap<string, CalendarRow['kind']>
}

/** The calendar of these rows; a year is covered when it has at least one row. */
export function makeCalendar(rows: readonly CalendarRow[]): Calendar {
  return { years: new Set(rows.map((row) => Number(row.date.slice(0, 4)))), special: new Map(rows.map((row) => [row.date, row.kind])) }
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
  if (special) return special === 'workday'
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

/** The last day up to which every day from `day` on is covered; none when `day` itself is not. */
export function lastCoveredDay({ years }: Calendar, day: string): string | undefined {
  let year = Number(day.slice(0, 4))
  if (!years.has(year)) return undefined
  while (years.has(year + 1)) year++
  return `${year}-12-31`
}

/** Days before its end on which people are told that a calendar ends: a deadline reaches that far, and somebody has to find the notice. */
const calendarWarningDays = 60

/** Whether a calendar that ends on that day (none: it has ended) must be completed now. */
export const calendarEndsSoon = (ends: string | undefined, today: string): boolean => ends === undefined || ends < addDays(today, calendarWarningDays)
