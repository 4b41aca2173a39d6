import { chinaTime, daysInWords, hoursLines, openState } from './opening-hours'

const workday = [1, 2, 3, 4, 5]
const hours = [
  { days: workday, from: '09:00', to: '12:00', what: '工作时间', outsideWorkingTime: false },
  { days: workday, from: '13:00', to: '17:00', what: '工作时间', outsideWorkingTime: false },
  { days: [6], from: '09:00', to: '12:00', what: '周六服务', outsideWorkingTime: true },
]
/** 2026-11-23 is a Monday. */
const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00+08:00`)

test.each([
  [[1, 2, 3, 4, 5], '周一至周五'],
  [[6, 7], '周六、周日'],
  [[1, 3, 4, 5], '周一、周三至周五'],
  [[7, 6, 5, 4, 3, 2, 1], '每天'],
])('days %j are said as %s', (days, words) => {
  expect(daysInWords(days)).toBe(words)
})

test('morning and afternoon of the same days stand on one line, Saturday on its own', () => {
  expect(hoursLines(hours)).toEqual([
    { days: '周一至周五', times: '09:00–12:00、13:00–17:00', what: '工作时间', outsideWorkingTime: false },
    { days: '周六', times: '09:00–12:00', what: '周六服务', outsideWorkingTime: true },
  ])
})

test.each([
  [at(23, '08:59'), 'closed'],
  [at(23, '09:00'), 'open'],
  [at(23, '11:59'), 'open'],
  [at(23, '12:00'), 'closed'],
  [at(23, '16:59'), 'open'],
  [at(28, '10:00'), 'outside'],
  [at(29, '10:00'), 'closed'],
])('at %d the centre is %s', (instant, state) => {
  expect(openState(hours, instant)).toBe(state)
})

test('the hour is China\'s wherever the phone is', () => {
  expect(chinaTime(Date.parse('2026-11-22T23:30:00Z'))).toEqual({ weekday: 1, minute: 450 })
})
