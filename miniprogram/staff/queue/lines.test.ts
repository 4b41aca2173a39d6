import fc from 'fast-check'
import type { StaffComplaint, StaffComplaintLine } from '@shared/complaints/complaint'
import { byUrgency, dueWords, merged, neighbour, withComplaint } from './lines'

const now = Date.parse('2026-11-23T08:00:00.000Z')

const line = (id: string, more: Partial<StaffComplaintLine> = {}): StaffComplaintLine => ({
  id, receipt: 'ZC-20261120-0001', kind: 'pain', state: 'accepted', text: '排队太久', submittedAt: '2026-11-20T01:00:00.000Z', updatedAt: '2026-11-20T01:00:00.000Z',
  overdue: false, textReview: false, version: 1, mine: false, due: '2026-11-27', ...more,
})
const ids = (lines: readonly StaffComplaintLine[]) => lines.map(({ id }) => id)

test('overdue complaints come first, then those due soonest, then the oldest; those without a deadline last', () => {
  const lines = [
    line('later', { due: '2026-11-30' }),
    line('answered', { due: undefined }),
    line('young', { submittedAt: '2026-11-21T01:00:00.000Z' }),
    line('old'),
    line('overdue', { overdue: true, due: '2026-11-19' }),
    line('unknown', { due: 'unknown' }),
  ]
  expect(ids(byUrgency(lines))).toEqual(['overdue', 'unknown', 'old', 'young', 'later', 'answered'])
})

const anyLine = fc.record({
  id: fc.stringMatching(/^[a-f]{1,3}$/),
  overdue: fc.boolean(),
  due: fc.constantFrom(undefined, 'unknown' as const, '2026-11-24', '2026-11-27'),
  submittedAt: fc.constantFrom('2026-11-20T01:00:00.000Z', '2026-11-21T01:00:00.000Z'),
}).map(({ id, ...more }) => line(id, more))

test('the order does not depend on the order in which the lines came', () => {
  fc.assert(fc.property(fc.uniqueArray(anyLine, { selector: ({ id }) => id }), fc.nat(), (lines, turn) => {
    const turned = [...lines.slice(turn % (lines.length + 1)), ...lines.slice(0, turn % (lines.length + 1))]
    expect(byUrgency(turned)).toEqual(byUrgency(lines))
  }))
})

test('loading more moves nothing that is on screen and shows nothing twice', () => {
  fc.assert(fc.property(fc.uniqueArray(anyLine, { selector: ({ id }) => id }), fc.uniqueArray(anyLine, { selector: ({ id }) => id }), (first, page) => {
    const both = ids(merged(first, page))
    expect(both.slice(0, first.length)).toEqual(ids(first))
    expect(new Set(both).size).toBe(both.length)
    expect(new Set(both)).toEqual(new Set([...ids(first), ...ids(page)]))
  }))
})

test('after an action the line shows its new state in its old place', () => {
  const answered = { ...line('b'), state: 'answered', due: undefined, updatedAt: '2026-11-23T08:00:00.000Z' } as unknown as StaffComplaint
  const lines = withComplaint([line('a'), line('b', { overdue: true }), line('c')], answered, now)
  expect(ids(lines)).toEqual(['a', 'b', 'c'])
  expect(lines[1]).toMatchObject({ state: 'answered', due: undefined, overdue: false })
})

test.each([
  [{ due: '2026-11-20', state: 'accepted' }, '已超期', 'bad'],
  [{ due: '2026-11-23', state: 'submitted' }, '今天到期', 'warn'],
  [{ due: '2026-11-24', state: 'passed' }, '明天到期', 'warn'],
  [{ due: '2026-11-30', state: 'accepted' }, '11月30日到期', 'plain'],
  [{ due: '2026-11-30', state: 'rectifying', left: 5 }, '剩 5 个工作日（11月30日）', 'plain'],
  [{ due: '2026-11-19', state: 'referred', left: -2 }, '已超期 2 个工作日', 'bad'],
  [{ due: '2026-11-30', state: 'asked' }, '等市民补充到11月30日', 'plain'],
  [{ due: '2026-11-20', state: 'asked' }, '市民没有补充，可直接答复', 'warn'],
  [{ due: 'unknown', state: 'accepted' }, '期限未知：请补充工作日历', 'warn'],
] as const)('a deadline is said in words: %j', (it, words, tone) => {
  expect(dueWords(it, now)).toEqual({ words, tone })
})

test('nothing is said of a deadline when none runs', () => {
  expect(dueWords({ due: undefined, state: 'accepted' }, now)).toBeUndefined()
  expect(dueWords({ due: '2026-11-20', state: 'answered' }, now)).toBeUndefined()
})

test('j and k walk the list and stop at its ends', () => {
  const lines = [line('a'), line('b'), line('c')]
  expect(neighbour(lines, undefined, 1)).toBe('a')
  expect(neighbour(lines, 'a', 1)).toBe('b')
  expect(neighbour(lines, 'c', 1)).toBe('c')
  expect(neighbour(lines, 'a', -1)).toBe('a')
  expect(neighbour(lines, 'gone', -1)).toBe('c')
  expect(neighbour([], 'a', 1)).toBeUndefined()
})
