import fc from 'fast-check'
import { readCsv } from './read'
import { csvOf } from './write'

test.each(['=1+1', '＝1+1', '\n=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("x","点我")'])('%s is no formula when a spreadsheet opens the file', (cell) => {
  expect(readCsv(csvOf([['x', cell]]))[0].cells[1]).toBe(`'${cell}`)
})

test('the file begins with the mark by which spreadsheets know that it is UTF-8', () => {
  expect(csvOf([['行']]).charCodeAt(0)).toBe(0xfeff)
})

test('every cell comes out as it went in, whatever it holds', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '"', ',', '\n', '\r\n', ' ', 'a', '1', '='), maxLength: 8 })
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
    const expected = rows.map((row) => row.map((text) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)))
    expect(readCsv(csvOf(rows)).map(({ cells }) => cells)).toEqual(expected)
  }))
})
