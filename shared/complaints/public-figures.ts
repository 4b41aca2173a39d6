import * as v from 'valibot'
import { instant, wholeNumber } from '../api/fields'
import { figuresOf, groupsOf, lastMonths, measureList, month, monthOf, wholeOf, type CaseFacts, type Measure } from './figures'
import { hideCounts, smallest, type ShownCount } from './hidden-counts'
import { complaintKindList } from './kinds'

/** How many months are public, the running one included. */
const publicMonths = 12

/** What is shown of a count: exactly so many when both bounds are the same; a range; or nothing. */
const shownCount = v.strictObject({ least: v.optional(wholeNumber), most: v.optional(wholeNumber) })
const row = {
  counts: v.strictObject(Object.fromEntries(measureList.map((measure) => [measure, shownCount])) as Record<Measure, typeof shownCount>),
  /** Median of the working days to the first answer; none where fewer than five were answered. */
  medianDays: v.optional(wholeNumber),
}

/** The public figures (公开数据): of all complaints that were raised in these months, by kind and by month, small counts hidden. */
export const publicFigures = v.strictObject({
  /** When they were counted. */
  at: instant,
  whole: v.strictObject(row),
  byKind: v.array(v.strictObject({ kind: v.picklist(complaintKindList), ...row })),
  byMonth: v.array(v.strictObject({ month, ...row })),
})
/** The public figures. */
export type PublicFigures = v.InferOutput<typeof publicFigures>

/** The months that are public on a day, oldest first. */
export const monthsOn = (today: string): string[] => lastMonths(today, publicMonths)

/** Counts what may be public of these complaints at an instant; `today` is its day in China. */
export function publicFiguresOf(cases: readonly CaseFacts[], at: string, today: string): PublicFigures {
  const months = monthsOn(today)
  const ofMonth = groupsOf(cases, monthOf)
  const inMonths = months.flatMap((one) => ofMonth.get(one) ?? [])
  const ofKind = groupsOf(inMonths, ({ kind }) => kind)
  const all = figuresOf(inMonths, today)
  const kinds = complaintKindList.map((kind) => figuresOf(ofKind.get(kind) ?? [], today))
  const byMonth = months.map((one) => figuresOf(ofMonth.get(one) ?? [], today))
  const shown = hideCounts<Measure>({ whole: all.counts, divisions: [kinds.map(({ counts }) => counts), byMonth.map(({ counts }) => counts)] }, measureList, wholeOf)
  const [shownKinds = [], shownMonths = []] = shown.divisions
  // A median tells that something was answered: it is shown only where that is shown anyway.
  const rowOf = (counts: Readonly<Record<Measure, ShownCount>>, medianDays: number | undefined) =>
    ({ counts, ...(medianDays !== undefined && (counts.answered.least ?? 0) >= smallest ? { medianDays } : {}) })
  return {
    at,
    whole: rowOf(shown.whole, all.medianDays),
    byKind: complaintKindList.flatMap((kind, index) => (shownKinds[index] ? [{ kind, ...rowOf(shownKinds[index], kinds[index]?.medianDays) }] : [])),
    byMonth: months.flatMap((one, index) => (shownMonths[index] ? [{ month: one, ...rowOf(shownMonths[index], byMonth[index]?.medianDays) }] : [])),
  }
}
