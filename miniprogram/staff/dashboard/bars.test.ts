import fc from 'fast-check'
import { dashboardFiguresOf } from '@shared/complaints/dashboard'
import { ratingList } from '@shared/complaints/codes'
import { complaintStateList } from '@shared/complaints/states'
import type { CaseFacts } from '@shared/complaints/figures'
import { inTimeBars, loadBars, medianBars, ratingBars, receivedBars } from './bars'

const at = fc.constantFrom('2026-10-08T01:00:00.000Z', '2026-11-02T01:00:00.000Z', '2026-11-20T01:00:00.000Z')
const facts: fc.Arbitrary<CaseFacts> = fc.record({
  id: fc.constant('aaaaaaaaaaaaaaaaaaaa'), version: fc.constant(1), kind: fc.constant('pain' as const), state: fc.constantFrom(...complaintStateList), channel: fc.constant('app' as const),
  submittedAt: at, reopens: fc.nat(2),
}).chain((it) => fc.record({ answeredAt: at, answerDue: fc.constantFrom('2026-10-15', '2026-11-30', 'unknown'), answerDays: fc.nat(30), rectifiedAt: at, rating: fc.constantFrom(...ratingList) }, { requiredKeys: [] })
  .map((more) => ({ ...it, ...more }) as CaseFacts))

test('whatever the cases, no bar has a negative part, no share is longer than full, and parts are as many as was counted', () => {
  fc.assert(fc.property(fc.array(facts, { maxLength: 30 }), (cases) => {
    const named = { key: 'k', label: '科室', ...dashboardFiguresOf(cases, '2026-11-23') }
    const sum = (bars: ReturnType<typeof inTimeBars>) => bars[0]!.parts.reduce((all, { value }) => all + value, 0)
    for (const bars of [inTimeBars([named]), ratingBars([named])]) {
      for (const { value } of bars[0]!.parts) expect(value).toBeGreaterThanOrEqual(0)
      expect(sum(bars)).toBeLessThanOrEqual(1 + 1e-9)
    }
    for (const { value } of receivedBars([named])[0]!.parts) expect(value).toBeGreaterThanOrEqual(0)
    expect(sum(receivedBars([named]))).toBe(cases.length)
    expect(ratingList.reduce((all, rating) => all + named.ratings[rating], 0)).toBe(named.counts.rated)
  }))
})

test('an office without cases shows a dash and not a perfect score', () => {
  const none = { key: 'k', label: '科室', ...dashboardFiguresOf([], '2026-11-23') }
  expect(inTimeBars([none])[0]).toMatchObject({ parts: [], words: '—' })
  expect(medianBars([none])[0]!.words).toBe('—')
  expect(ratingBars([none])[0]!.words).toBe('无评价')
})

test('overdue cases are a part of what is open', () => {
  const none = { key: 'k', label: '科室', ...dashboardFiguresOf([], '2026-11-23') }
  expect(loadBars([{ ...none, open: 5, overdue: 2 }])[0]).toMatchObject({ parts: [{ value: 2, tone: 'bad' }, { value: 3, tone: 'main' }], words: '5 件，超期 2' })
})
