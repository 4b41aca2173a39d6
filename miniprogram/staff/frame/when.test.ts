import { daysSince, dayInWords, timeInWords } from './when'

const now = Date.parse('2026-11-23T08:00:00.000Z')

test('times are China\'s: what was sent at 17:30 UTC was sent the next day at half past one', () => {
  expect(timeInWords('2026-11-22T17:30:00.000Z', now)).toBe('11月23日 01:30')
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
