import * as v from 'valibot'
import { day, wholeNumber } from '../api/fields'
import { localId } from '../centre/centre'
import { ratingList, type Rating } from './codes'
import { figuresOf, measureList, month, type CaseFacts, type Measure } from './figures'

/** Fewest and most months that the dashboard looks back over. */
export const dashboardMonths = { least: 1, most: 24, usual: 6 } as const

const each = <K extends string>(keys: readonly K[]) => v.strictObject(Object.fromEntries(keys.map((key) => [key, wholeNumber])) as Record<K, typeof wholeNumber>)

/** Figures of some cases, by shared/complaints/figures.ts, with how often each rating was given. */
export const dashboardFigures = v.strictObject({ counts: each<Measure>(measureList), medianDays: v.optional(v.number()), ratings: each<Rating>(ratingList) })
/** Figures of some cases. */
export type DashboardFigures = v.InferOutput<typeof dashboardFigures>

/** What staff see of the work as it is now and of the months before. */
export const dashboard = v.strictObject({
  today: day,
  /** Cases raised in the period. */
  total: dashboardFigures,
  /** By the office that leads; without an office: not passed on yet. What is open, overdue and due today is as it is now, whenever it was raised. */
  offices: v.array(v.strictObject({ office: v.optional(localId), open: wholeNumber, overdue: wholeNumber, dueToday: wholeNumber, ...dashboardFigures.entries })),
  /** By the month in which a case was raised, oldest first, without gaps. */
  months: v.array(v.strictObject({ month, ...dashboardFigures.entries })),
})
/** What staff see of the work. */
export type Dashboard = v.InferOutput<typeof dashboard>

/** Counts cases as they are on the day `today`, ratings one by one. */
export function dashboardFiguresOf(cases: readonly CaseFacts[], today: string): DashboardFigures {
  const ratings = Object.fromEntries(ratingList.map((rating) => [rating, 0])) as Record<Rating, number>
  for (const { rating } of cases) if (rating) ratings[rating]++
  return { ...figuresOf(cases, today), ratings }
}
