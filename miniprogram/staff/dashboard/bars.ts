import type { Dashboard, DashboardFigures } from '@shared/complaints/dashboard'
import { dashboard as words } from '../../texts/staff/dashboard'
import type { Bar } from '../../ui/bar-chart'

/** Figures with the name under which they stand in a chart. */
export type Named = DashboardFigures & { readonly key: string; readonly label: string }

/** What offices have to do now, what is overdue first. */
export const loadBars = (offices: readonly (Named & Pick<Dashboard['offices'][number], 'open' | 'overdue'>)[]): Bar[] => offices.map(({ key, label, open, overdue }) => ({
  key, label, parts: [{ value: overdue, tone: 'bad' }, { value: open - overdue, tone: 'main' }], words: words.loadWords(open, overdue),
}))

/** Medians in working days. */
export const medianBars = (list: readonly Named[]): Bar[] => list.map(({ key, label, medianDays }) => ({
  key, label, parts: [{ value: medianDays ?? 0, tone: 'main' }], words: medianDays === undefined ? words.none : words.days(medianDays),
}))

/** What was answered in time of what was answered or should have been; a full bar is all of it. */
export const inTimeBars = (list: readonly Named[]): Bar[] => list.map(({ key, label, counts: { inTime, due } }) => ({
  key, label, parts: due === 0 ? [] : [{ value: inTime / due, tone: 'good' }, { value: (due - inTime) / due, tone: 'bad' }], words: words.shareOf(inTime, due),
}))

/** What was received, and how much of it was put right. */
export const receivedBars = (list: readonly Named[]): Bar[] => list.map(({ key, label, counts: { received, rectified } }) => ({
  key, label, parts: [{ value: rectified, tone: 'good' }, { value: received - rectified, tone: 'main' }], words: words.monthWords(received, rectified),
}))

/** How content citizens are, of those who rated; a full bar is all of them. */
export const ratingBars = (list: readonly Named[]): Bar[] => list.map(({ key, label, ratings: it, counts: { rated, satisfied } }) => {
  const share = (value: number) => (rated === 0 ? 0 : value / rated)
  return {
    key, label, words: words.ratingWords(satisfied, rated),
    parts: [{ value: share(it.verySatisfied + it.satisfied), tone: 'good' }, { value: share(it.fair), tone: 'warn' }, { value: share(it.dissatisfied + it.veryDissatisfied), tone: 'bad' }],
  }
})
