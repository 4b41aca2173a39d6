import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCalendar } from './read-calendar'

const published = readFileSync(join(__dirname, '../data/calendar.csv'), 'utf8').trimEnd()
let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'calendar-')) })
afterAll(() => rmSync(folder, { recursive: true }))
const read = (text: string) => {
  const path = join(folder, 'calendar.csv')
  writeFileSync(path, text)
  return readCalendar(path)
}

test('the published calendar is read, also as a spreadsheet saves it: with a mark in front, and blanks', () => {
  const rows = read(published)
  expect(rows.length).toBe(published.split('\n').length - 1)
  expect(read(`\uFEFF${published.replace(/\n/g, ' \r\n')}\r\n\r\n`)).toEqual(rows)
})

const lines = published.split('\n').length
test.each([
  ['a day that does not exist', `${published}\n2026-02-30,holiday,春节`, `第 ${lines + 1} 行 date：没有 2026-02-30 这一天`],
  ['a day in other digits', `${published}\n2026/2/3,holiday,春节`, `第 ${lines + 1} 行 date`],
  ['a kind that is neither 放假 nor 上班', published.replace(',workday,', ',work,'), '行 kind'],
  ['a day given twice', `${published}\n${published.split('\n').at(-1)}`, `在第 ${lines} 行已经有了`],
  ['a line of two columns', `${published}\n2026-12-30,holiday`, `第 ${lines + 1} 行不是`],
  ['other columns', published.replace('date,kind,name', '日期,类别,名称'), '第 2 行'],
  ['a year of one line', `${published}\n2027-01-01,holiday,元旦`, '2027 年只有 1 行'],
  ['nothing but the heading', 'date,kind,name', '没有一行'],
  ['nothing', '', '没有一行'],
])('%s is refused in words that name the place', (_, text, said) => {
  expect(() => read(text)).toThrow(said)
})

test('every fault is named at once, and a file that is not there by its name', () => {
  expect(() => read(`${published}\n2026-02-30,holiday,春节\n2026-03-03,x,春节`)).toThrow(/2026-02-30[^]*行 kind/)
  expect(() => readCalendar(join(folder, 'none.csv'))).toThrow('读不到文件')
})
