import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { calendarRow, type CalendarRow } from '@shared/calendar/calendar'

/** The rows of a calendar file like data/calendar.csv. @throws Error naming the line that is wrong */
export function readCalendar(file: string): CalendarRow[] {
  const parsed = v.safeParse(v.array(calendarRow), parse(readFileSync(file, 'utf8'), { columns: true, bom: true, skip_empty_lines: true }))
  if (parsed.success) return parsed.output
  throw new Error(`${file} 有误：${parsed.issues.map((issue) => `${v.getDotPath(issue)}：${issue.message}`).join('；')}`)
}
