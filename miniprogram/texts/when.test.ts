import { daysSince, dayInWords, whenInWords } from './when'

const now = Date.parse('2026-11-23T01:00:00.000Z')

test.each([
  ['2026-11-23T00:05:00.000Z', '今天 08:05'],
  ['2026-11-22T16:30:00.000Z', '今天 00:30'],
  ['2026-11-22T15:59:00.000Z', '11月22日 23:59'],
  ['2025-12-31T16:00:00.000Z', '1月1日 00:00'],
  ['2025-12-31T15:00:00.000Z', '2025年12月31日 23:00'],
  ['nonsense', 'nonsense'],
])('%s reads as %s in China', (instant, words) => {
  expect(whenInWords(instant, now)).toBe(words)
})

test('days are China\'s: what was sent at 17:30 UTC was sent on the next day', () => {
  expect(daysSince('2026-11-22T17:30:00.000Z', now)).toBe(0)
  expect(daysSince('2026-11-22T15:30:00.000Z', now)).toBe(1)
})

test('another year is named', () => {
  expect(dayInWords('2027-01-04', '2026-11-23')).toBe('2027年1月4日')
  expect(dayInWords('2026-12-01', '2026-11-23')).toBe('12月1日')
})

test('a clock that is behind the server never shows a negative age', () => {
  expect(daysSince('2026-11-25T00:00:00.000Z', now)).toBe(0)
})
