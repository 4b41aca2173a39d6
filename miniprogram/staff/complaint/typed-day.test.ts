import { dayFrom } from './typed-day'

test.each(['2026-12-01', '2026-12-1', '2026/12/1', '2026.12.1', '2026年12月1日', ' 2026 年 12 月 1 日', '20261201'])('a clerk may write a day as they are used to: %s', (typed) => {
  expect(dayFrom(typed)).toBe('2026-12-01')
})

test.each(['', '明天', '12-1', '2026-12', '2026-12-01 起'])('%s is no day', (typed) => {
  expect(dayFrom(typed)).toBeUndefined()
})
