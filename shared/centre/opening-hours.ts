import type { Centre } from './centre'

type Hours = Centre['hours'][number]

const dayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** Days as people say them: 1–5 → 周一至周五; 1, 3 → 周一、周三; all → 每天. */
export function daysInWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  if (sorted.length === 7) return '每天'
  const runs: number[][] = []
  for (const day of sorted) {
    const run = runs[runs.length - 1]
    if (run && run[run.length - 1] === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => (run.length > 2 ? `${dayNames[run[0] - 1]}至${dayNames[run[run.length - 1] - 1]}` : run.map((day) => dayNames[day - 1]).join('、'))).join('、')
}

/** One line of a table of hours. */
export interface HoursLine {
  /** e.g. 周一至周五. */
  readonly days: string
  /** e.g. 09:00–12:00、13:00–17:00. */
  readonly times: string
  readonly what: string
  readonly outsideWorkingTime: boolean
}

/** The hours as lines: spans of the same days and of the same kind stand together. */
export function hoursLines(hours: readonly Hours[]): HoursLine[] {
  const lines: { days: string; times: string[]; what: string; outsideWorkingTime: boolean }[] = []
  for (const { days, from, to, what, outsideWorkingTime } of hours) {
    const words = daysInWords(days)
    const same = lines.find((line) => line.days === words && line.what === what && line.outsideWorkingTime === outsideWorkingTime)
    if (same) same.times.push(`${from}–${to}`)
    else lines.push({ days: words, times: [`${from}–${to}`], what, outsideWorkingTime })
  }
  return lines.map((line) => ({ ...line, times: line.times.join('、') }))
}

/** Whether the centre serves now: `open` in working time, `outside` in a time for which only some items are served, `closed`. */
export type OpenState = 'open' | 'outside' | 'closed'

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Weekday (1 Monday … 7 Sunday) and minute of the day in China's time (UTC+8) of an instant in ms. */
export function chinaTime(instant: number): { readonly weekday: number; readonly minute: number } {
  const there = new Date(instant + 8 * 3_600_000)
  return { weekday: there.getUTCDay() === 0 ? 7 : there.getUTCDay(), minute: there.getUTCHours() * 60 + there.getUTCMinutes() }
}

/** Whether the centre serves at an instant (ms), by its weekly hours; public holidays are not in them, so the words on screen say so. */
export function openState(hours: readonly Hours[], instant: number): OpenState {
  const { weekday, minute } = chinaTime(instant)
  const current = hours.filter(({ days, from, to }) => days.includes(weekday) && minute >= minutesOf(from) && minute < minutesOf(to))
  if (current.some(({ outsideWorkingTime }) => !outsideWorkingTime)) return 'open'
  return current.length > 0 ? 'outside' : 'closed'
}
