import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import * as v from 'valibot'
import { centre as centreSchema } from '@shared/centre/centre'
import { exportBody, exportColumns, type ExportRow } from '@shared/complaints/export'
import { readCsv } from '@shared/csv/read'
import type { EventRecord } from '../record'
import { sampleRecord } from '../steps/step.sample'
import { fileOf } from './files'
import { maskedContact, maskedName } from './mask'
import { exportRow } from './rows'

const centre = v.parse(centreSchema, JSON.parse(readFileSync(join(__dirname, '../../../data/centre.json'), 'utf8')))
const context = { centre, open: [], today: '2026-12-01', whole: false }
const record = sampleRecord({ contact: '13800001234', name: '张三丰', showName: true, text: '我的电话是13800001234，请回电' })
const answer: EventRecord = {
  centre: record.centre, complaint: record.id, number: 2, at: record.updatedAt, action: 'answer', state: 'answered', by: 'centre', byName: '3 号窗口', byRole: 'window', visibility: 'citizen',
  text: '已给13800001234回电', photos: [],
}
const whole = { complaint: record, events: [answer] }

const row = (more: Partial<ExportRow>): ExportRow => ({ ...Object.fromEntries(Object.keys(exportColumns).map((key) => [key, ''])) as ExportRow, reopens: 0, followers: 0, ...more })
const cells = async (rows: ExportRow[], format: 'csv' | 'xlsx'): Promise<string[][]> => {
  const bytes = await fileOf(rows, format)
  if (format === 'csv') return readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).map((it) => [...it.cells])
  const sheet = await readSheet<string>(Buffer.from(bytes), { parseNumber: (text) => text, trim: false })
  return sheet.map((line) => line.map((cell) => String(cell ?? '')))
}

test('a file for who may not have contacts holds no name, no contact, and no number in the texts', async () => {
  const text = JSON.stringify(exportRow(whole, context))
  expect(text).not.toContain('13800001234')
  expect(text).not.toContain('张三丰')
  expect(exportRow(whole, context)).toMatchObject({ name: '张**', contact: '138****34' })
})

test('who may have contacts gets them as they were given', () => {
  expect(exportRow(whole, { ...context, whole: true })).toMatchObject({ name: '张三丰', contact: '13800001234', text: record.text, answer: '已给13800001234回电' })
})

test('what is masked never has more than five characters of a contact and one of a name, and nothing of a short contact', () => {
  for (const contact of ['1', '12345678', 'wx_id', '0532-0000000', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷']) {
    const masked = maskedContact(contact)
    expect(masked).toContain('****')
    expect(Array.from(masked).length).toBeLessThanOrEqual(9)
    if (Array.from(contact).length < 9) expect(masked).toBe('****')
  }
  expect(maskedName('欧阳某某')).toBe('欧**')
})

test.each(['csv', 'xlsx'] as const)('in %s the headings come first and a row has what the case has', async (format) => {
  const [head, first] = await cells([exportRow(whole, context)], format)
  expect(head).toEqual(Object.values(exportColumns))
  expect(first!.slice(0, 3)).toEqual([record.receipt, '2026-11-23 16:00', '痛点'])
})

test.each(['csv', 'xlsx'] as const)('no text that a citizen wrote is a formula in %s', async (format) => {
  for (const text of ['=HYPERLINK("http://x","点我")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '\u0001=1+1']) {
    const [, first] = await cells([row({ text })], format)
    expect(first![Object.keys(exportColumns).indexOf('text')]).toMatch(/^'/)
  }
})

test('characters that no spreadsheet file may hold are left out, and the rest is read as it was written', async () => {
  const text = '前\u0000\u0008\u001f\ud800后，“引号”\n第二行 <b>&amp; 𠮷😀'
  for (const format of ['csv', 'xlsx'] as const) {
    const [, first] = await cells([row({ text })], format)
    expect(first![Object.keys(exportColumns).indexOf('text')]).toBe('前后，“引号”\n第二行 <b>&amp; 𠮷😀')
  }
})

test('a period that ends before it begins, or is longer than a year, is refused with the field', () => {
  const problem = (from: string, to: string) => v.safeParse(exportBody, { format: 'csv', from, to }).issues?.map((it) => it.path?.[0]?.key)
  expect(problem('2026-01-01', '2026-12-31')).toBeUndefined()
  expect(problem('2026-01-02', '2026-01-01')).toEqual(['to'])
  expect(problem('2026-01-01', '2027-01-02')).toEqual(['to'])
})
