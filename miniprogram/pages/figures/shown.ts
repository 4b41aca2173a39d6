import type { Measure } from '@shared/complaints/figures'
import { smallest, type ShownCount } from '@shared/complaints/hidden-counts'
import type { PublicFigures } from '@shared/complaints/public-figures'
import { texts } from '../../texts'
import type { Bar } from '../../ui/bar-chart'

const words = texts.board

/** A row of the public figures. */
export type FiguresRow = Pick<PublicFigures['whole'], 'counts' | 'medianDays'>

/** What is shown of a count, in words. */
export function countWords({ least, most }: ShownCount): string {
  if (least === undefined && most === undefined) return words.hidden
  if (least === most) return words.exactly(least ?? 0)
  if (least === undefined) return words.few((most ?? smallest - 1) + 1)
  return most === undefined ? words.hidden : words.range(least, most)
}

/** Whether a chart would show nothing: no row has a number, or a least number, that may be shown. */
export const nothingToDraw = (rows: readonly FiguresRow[], chosen: Chosen): boolean =>
  rows.every(({ counts, medianDays }) => (chosen === 'median' ? medianDays === undefined : !counts[chosen].least))

/** A part of a whole in per cent; none unless both are shown exactly. */
export function percentOf(part: ShownCount, whole: ShownCount): number | undefined {
  if (part.least === undefined || part.least !== part.most || !whole.least || whole.least !== whole.most) return undefined
  return Math.round((part.least / whole.least) * 100)
}

/** What the charts can show: a count, or the median. */
export type Chosen = Measure | 'median'

/** Bars of rows: what is sure, and lighter how far it may reach. */
export function barsOf(rows: readonly (FiguresRow & { readonly key: string; readonly label: string })[], chosen: Chosen): Bar[] {
  return rows.map(({ key, label, counts, medianDays }): Bar => {
    if (chosen === 'median') return { key, label, parts: [{ value: medianDays ?? 0, tone: 'main' }], words: medianDays === undefined ? words.hidden : words.days(medianDays) }
    const { least = 0, most = least } = counts[chosen]
    return { key, label, parts: [{ value: least, tone: 'main' }, { value: most - least, tone: 'maybe' }], words: countWords(counts[chosen]) }
  })
}
