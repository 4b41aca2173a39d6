import { readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { addDays, calendarRow, type CalendarRow } from '@shared/calendar/calendar'

/** Fewer lines than any year's notice of the State Council makes: such a year is a slip, and every other day of it would pass for an ordinary one. */
const leastOfAYear = 10

/** A column's name in the message, none for a fault of the line as a whole. */
const place = (issue: v.BaseIssue<unknown>) => (issue.path ?? []).map(({ key }) => String(key)).join('.')

/** The parsed lines of a CSV, each with the number that an editor shows. @throws Error in words for whoever wrote the file */
function linesOf(file: string): { record: unknown; line: number }[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Error(`读不到文件 ${file}`)
  }
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, info: true }).map((it) => {
      const { record, info } = it as unknown as { record: unknown; info: { lines: number } }
      return { record, line: info.lines }
    })
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file} 第 ${String(error.lines)} 行不是“date,kind,name”三列`)
    throw error
  }
}

/** The rows of a calendar file like data/calendar.csv. @throws Error naming every line that is wrong */
export function readCalendar(file: string): CalendarRow[] {
  const wrong: string[] = []
  const rows: CalendarRow[] = []
  const lineOfDay = new Map<string, number>()
  for (const { record, line } of linesOf(file)) {
    const parsed = v.safeParse(calendarRow, record)
    if (!parsed.success) {
      wrong.push(...parsed.issues.map((issue) => `第 ${line} 行 ${place(issue)}：${issue.message}`))
      continue
    }
    const { date } = parsed.output
    const former = lineOfDay.get(date)
    if (addDays(date, 0) !== date) wrong.push(`第 ${line} 行 date：没有 ${date} 这一天`)
    if (former !== undefined) wrong.push(`第 ${line} 行 date：${date} 在第 ${former} 行已经有了`)
    lineOfDay.set(date, line)
    rows.push(parsed.output)
  }
  const years = new Map<string, number>()
  for (const { date } of rows) years.set(date.slice(0, 4), (years.get(date.slice(0, 4)) ?? 0) + 1)
  for (const [year, count] of years) if (count < leastOfAYear) wrong.push(`${year} 年只有 ${count} 行，放假安排不完整`)
  if (rows.length === 0 && wrong.length === 0) wrong.push('没有一行放假安排')
  if (wrong.length > 0) throw new Error(`${file} 有误：\n  ${wrong.join('\n  ')}`)
  return rows
}
