import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { CsvError, readCsv } from './read'

const cells = (text: string) => readCsv(text).map((record) => record.cells)

test('commas, quotes and line breaks inside quotes are part of the cell', () => {
  expect(cells('名称,材料\r\n"甲,乙","一""二""\n三"\r\n')).toEqual([['名称', '材料'], ['甲,乙', '一"二"\n三']])
})

test('rows are counted as a spreadsheet counts them', () => {
  expect(readCsv('a\n"b\r\nb"\n\nc').map((record) => record.row)).toEqual([1, 2, 4])
})

test('a byte order mark and empty lines are left out, an empty last cell is kept', () => {
  expect(cells('\ufeffa,b\n\n1,\n')).toEqual([['a', 'b'], ['1', '']])
})

test.each([['a\n"b', 2, '引号没有成对'], ['"a"b,c', 1, '引号后面还有文字']])('%j is refused with its line', (text, line, message) => {
  expect(() => readCsv(text)).toThrow(CsvError)
  try { readCsv(text) } catch (error) { expect(error).toMatchObject({ line, message }) }
})

test('what is written with quotes is read back, as an independent reader reads it', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', ',', '\n', '\r', ' ', '；') })
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
    const text = table.map((row) => row.map((value) => `"${value.replace(/"/g, '""')}"`).join(',')).join('\r\n')
    expect(cells(text)).toEqual(table)
    expect(cells(text)).toEqual(parse(text, { relax_column_count: true, record_delimiter: '\r\n' }))
  }))
})

test('no text takes it out of its course: it reads or says why not', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') }), (text) => {
    try {
      readCsv(text)
    } catch (error) {
      expect(error).toBeInstanceOf(CsvError)
    }
  }))
})
