import fc from 'fast-check'
import { addDays, addWorkingDays, calendarEndsSoon, chinaDay, isWorkingDay, lastCoveredDay, makeCalendar } from './calendar'

const calendar = makeCalendar([
  { date: '2026-10-01', kind: 'holiday', name: '国庆节' },
  { date: '2026-10-02', kind: 'holiday', name: '国庆节' },
  { date: '2026-10-10', kind: 'workday', name: '国庆节调休' },
  { date: '2025-01-01', kind: 'holiday', name: '元旦' },
])

test('a holiday is off and an adjusted Saturday is worked', () => {
  expect(isWorkingDay(calendar, '2026-10-01')).toBe(false)
  expect(isWorkingDay(calendar, '2026-10-10')).toBe(true)
  expect(isWorkingDay(calendar, '2026-10-11')).toBe(false)
})

test('the day itself does not count', () => {
  expect(addWorkingDays(calendar, '2026-09-30', 1)).toBe('2026-10-05')
  expect(addWorkingDays(calendar, '2026-10-09', 1)).toBe('2026-10-10')
  expect(addWorkingDays(calendar, '2026-10-09', 0)).toBe('2026-10-09')
})

test('a year that the calendar does not cover is an error, never a guess', () => {
  expect(() => addWorkingDays(calendar, '2026-12-31', 1)).toThrow(expect.objectContaining({ code: 'calendar-not-covered' }))
})

test('eight in the evening UTC is already tomorrow in China', () => {
  expect(chinaDay(Date.parse('2026-11-23T15:59:59.000Z'))).toBe('2026-11-23')
  expect(chinaDay(Date.parse('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24')
})

const anyDay = fc.integer({ min: 0, max: 600 }).map((n) => addDays('2025-01-01', n))

test('adding a then b working days is adding a + b', () => {
  fc.assert(fc.property(anyDay, fc.nat(30), fc.nat(30), (day, a, b) => {
    expect(addWorkingDays(calendar, addWorkingDays(calendar, day, a), b)).toBe(addWorkingDays(calendar, day, a + b))
  }))
})

test('a deadline is a working day, and exactly that many working days lie on the way', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
    const end = addWorkingDays(calendar, day, count)
    expect(isWorkingDay(calendar, end)).toBe(true)
    let seen = 0
    for (let at = addDays(day, 1); at <= end; at = addDays(at, 1)) if (isWorkingDay(calendar, at)) seen++
    expect(seen).toBe(count)
  }))
})

test('people are told of a calendar\'s end 60 days before, and every day once it has ended', () => {
  expect(lastCoveredDay(calendar, '2025-06-01')).toBe('2026-12-31')
  expect(lastCoveredDay(calendar, '2027-01-01')).toBeUndefined()
  expect(calendarEndsSoon('2026-12-31', '2026-11-01')).toBe(false)
  expect(calendarEndsSoon('2026-12-31', '2026-11-02')).toBe(true)
  expect(calendarEndsSoon(undefined, '2027-01-01')).toBe(true)
})
