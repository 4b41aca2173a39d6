import * as v from 'valibot'
import type { CaseFacts } from './figures'
import { publicFigures, publicFiguresOf } from './public-figures'

const at = '2026-11-22T16:01:00.000Z'
const today = '2026-11-23'
const cases = (count: number, more: Partial<CaseFacts> = {}): CaseFacts[] => Array.from({ length: count }, () => ({
  id: '0123456789abcdefghjk', version: 1, kind: 'pain', state: 'closed', channel: 'app', submittedAt: '2026-11-02T02:00:00.000Z', acceptedAt: '2026-11-02T03:00:00.000Z',
  answeredAt: '2026-11-04T03:00:00.000Z', answerDue: '2026-11-09', answerDays: 2, reopens: 0, ...more,
}))
const exactly = (count: number) => ({ least: count, most: count })

test('twelve months with the running one, every kind, in order, and nothing older', () => {
  const figures = publicFiguresOf([...cases(20), ...cases(9, { submittedAt: '2025-11-30T15:00:00.000Z' })], at, today)
  expect(v.is(publicFigures, figures)).toBe(true)
  expect(figures.byMonth.map(({ month }) => month)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'])
  expect(figures.byKind.map(({ kind }) => kind)).toEqual(['pain', 'blockage', 'difficulty', 'opinion', 'suggestion'])
  expect(figures.whole.counts.received).toEqual(exactly(20))
})

test('four of a kind are not shown, and the next smallest kind neither, for the whole would tell', () => {
  const { whole, byKind } = publicFiguresOf([...cases(30), ...cases(6, { kind: 'opinion' }), ...cases(4, { kind: 'blockage' }), ...cases(8, { kind: 'difficulty' }), ...cases(9, { kind: 'suggestion' })], at, today)
  const received = Object.fromEntries(byKind.map(({ kind, counts }) => [kind, counts.received]))
  expect(whole.counts.received).toEqual(exactly(57))
  expect(received.blockage?.least).toBeUndefined()
  expect(Object.values(received).filter((it) => it.least === undefined || it.least !== it.most).length).toBeGreaterThanOrEqual(2)
})

test('a median is shown only where at least five were answered', () => {
  const { whole, byKind } = publicFiguresOf([...cases(20), ...cases(3, { kind: 'opinion', answerDays: 30 })], at, today)
  expect(whole.medianDays).toBe(2)
  expect(byKind.find(({ kind }) => kind === 'opinion')).not.toHaveProperty('medianDays')
})

test('nothing raised: no count is shown and nothing fails', () => {
  expect(publicFiguresOf([], at, today).whole).toEqual({ counts: expect.objectContaining({ received: { most: 4 } }) })
})
