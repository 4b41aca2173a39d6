import fc from 'fast-check'
import * as v from 'valibot'
import { addDays, isWorkingDay, makeCalendar, type Calendar, type CalendarRow } from '../calendar/calendar'
import { daysLeft, deadlineOf, dueAfter, markName, nextMark, resumed, workingDaysBetween, type Deadline, type Timed } from './clock'
import { complaintLimits, limitsOf } from './limits'

const first = '2025-01-01'
/** Random calendars of three years, in which any day may be off or worked. */
const calendars: fc.Arbitrary<Calendar> = fc.array(
  fc.record({ date: fc.integer({ min: 0, max: 1094 }).map((n) => addDays(first, n)), kind: fc.constantFrom<CalendarRow['kind']>('holiday', 'workday'), name: fc.constant('随机') }), { maxLength: 200 },
).map((rows) => makeCalendar([...[2025, 2026, 2027].map((year) => ({ date: `${year}-01-01`, kind: 'holiday' as const, name: '元旦' })), ...rows]))
const days = fc.integer({ min: 1, max: 500 }).map((n) => addDays(first, n))
const plain = makeCalendar([2025, 2026].map((year) => ({ date: `${year}-01-01`, kind: 'holiday', name: '元旦' })))

/** Goes through the days one by one: on which day have `count` working days passed on which the clock did not stand still? */
function naive(calendar: Calendar, from: string, count: number, stopped: readonly { from: string; to: string }[]): string {
  let left = count
  let day = from
  while (left > 0) {
    day = addDays(day, 1)
    const still = stopped.some((it) => day > it.from && day <= it.to)
    if (isWorkingDay(calendar, day) && !still) left--
  }
  return day
}

test('the clock agrees with a count day by day, over random calendars, however often the citizen was waited for', () => {
  fc.assert(fc.property(calendars, days, fc.integer({ min: 1, max: 20 }), fc.array(fc.tuple(fc.nat(10), fc.nat(15)), { maxLength: 3 }), fc.boolean(), (calendar, from, count, waits, planned) => {
    const due = dueAfter(calendar, from, count)
    let it: Timed = planned ? { state: 'rectifying', plan: { text: '计划', due } } : { state: 'investigating', answerBy: due }
    const before = it.state
    const stopped: { from: string; to: string }[] = []
    let today = from
    for (const [work, wait] of waits) {
      const asked = addDays(today, work)
      const running = deadlineOf(it)!.day
      // A question is put while the clock runs; what is overdue stays overdue and is not looked at here.
      if (asked >= running) break
      today = addDays(asked, wait)
      stopped.push({ from: asked, to: today })
      it = { ...it, ...resumed(calendar, { ...it, state: 'asked', askedOn: asked, before }, today), state: before }
    }
    expect(deadlineOf(it)!.day).toBe(naive(calendar, from, count, stopped))
  }), { numRuns: 500 })
})

test('the days left go down by one each working day, are 0 on the day itself, and negative after it', () => {
  fc.assert(fc.property(calendars, days, fc.integer({ min: 1, max: 20 }), (calendar, from, count) => {
    const due = dueAfter(calendar, from, count)
    expect(daysLeft(calendar, from, due)).toBe(count)
    expect(daysLeft(calendar, due, due)).toBe(0)
    for (let day = from; day < addDays(due, 10); day = addDays(day, 1)) {
      const next = addDays(day, 1)
      expect(daysLeft(calendar, day, due)! - daysLeft(calendar, next, due)!).toBe(isWorkingDay(calendar, next) ? 1 : 0)
    }
  }), { numRuns: 100 })
})

test('in every state at most one deadline runs, and none when the centre owes nothing', () => {
  const all = { acceptBy: 'a', answerBy: 'b', askedUntil: 'c', plan: { text: '', due: 'd' } }
  const kinds = (['submitted', 'accepted', 'referred', 'rectified', 'asked', 'rectifying', 'answered', 'closed', 'declined'] as const).map((state) => deadlineOf({ ...all, state })?.kind)
  expect(kinds).toEqual(['accept', 'answer', 'answer', 'answer', 'supplement', 'rectify', undefined, undefined, undefined])
})

test('a deadline beyond the calendar is unknown, and stays so', () => {
  expect(dueAfter(plain, '2026-12-30', 5)).toBe('unknown')
  expect(dueAfter(plain, 'unknown', 1)).toBe('unknown')
  expect(daysLeft(plain, '2026-12-30', 'unknown')).toBeUndefined()
  expect(resumed(plain, { state: 'asked', before: 'accepted', askedOn: '2026-12-20', answerBy: '2026-12-22' }, '2027-01-04').answerBy).toBe('unknown')
})

const answerBy: Deadline = { kind: 'answer', day: '2026-11-30' }
/** Marks in the order in which they come when nobody does anything, looking every day. */
function marksOf(deadline: Deadline, from: string): string[] {
  const made: string[] = []
  const seen: string[] = []
  for (let day = from; day < '2026-12-20'; day = addDays(day, 1)) {
    for (let next = nextMark(plain, deadline, made, day, 3); next && next.on <= day; next = nextMark(plain, deadline, made, day, 3)) {
      made.push(markName(next.mark, deadline))
      seen.push(`${day} ${next.mark}`)
    }
  }
  return seen
}

test('a reminder comes the working day before, then the chief and three working days later the leader, each once', () => {
  expect(marksOf(answerBy, '2026-11-23')).toEqual(['2026-11-27 remind', '2026-12-01 overdue', '2026-12-03 escalate'])
})

test('what was never looked at is not reminded of when it is overdue already', () => {
  expect(marksOf(answerBy, '2026-12-08')).toEqual(['2026-12-08 overdue', '2026-12-08 escalate'])
})

test('nobody is reminded of a deadline of one day, and of the wait for a citizen only its end is marked', () => {
  expect(marksOf({ kind: 'accept', day: '2026-11-24' }, '2026-11-23')).toEqual(['2026-11-25 overdue', '2026-11-27 escalate'])
  expect(marksOf({ kind: 'supplement', day: '2026-12-07' }, '2026-11-23')).toEqual(['2026-12-08 lapse'])
  expect(nextMark(plain, { kind: 'answer', day: 'unknown' }, [], '2026-11-23', 3)).toBeUndefined()
})

test('working days between a Friday and the Monday after it: one', () => {
  expect(workingDaysBetween(plain, '2026-11-27', '2026-11-30')).toBe(1)
})

test('a kind may have limits of its own; what is not said is as for all', () => {
  const limits = v.parse(complaintLimits, { answer: 7, byKind: { blockage: { answer: 3 } } })
  expect(limitsOf(limits, 'blockage')).toEqual({ accept: 1, answer: 3, ask: 10, escalate: 3, reopens: 2 })
  expect(limitsOf(limits, 'pain')).toMatchObject({ accept: 1, answer: 7 })
})
