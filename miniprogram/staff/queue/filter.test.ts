import fc from 'fast-check'
import type { StaffComplaintLine } from '@shared/complaints/complaint'
import { complaintKindList } from '@shared/complaints/kinds'
import { complaintStateList } from '@shared/complaints/states'
import { filterFrom, isUnread, onlyList, passes, queryOf, wholeQueue, type QueueFilter } from './filter'

const nowMs = Date.parse('2026-11-23T17:00:00.000Z')
const line = (more: Partial<StaffComplaintLine>): StaffComplaintLine => ({
  id: 'a', receipt: 'ZC-20261120-0001', kind: 'pain', state: 'accepted', text: '', submittedAt: '', updatedAt: '', overdue: false, textReview: false, version: 1, mine: false, ...more,
})
const shows = (it: Partial<StaffComplaintLine>, filter: Partial<QueueFilter>, seen = {}) => passes(line(it), { ...wholeQueue, ...filter }, { seen, nowMs })

const anyFilter: fc.Arbitrary<QueueFilter> = fc.record({
  tab: fc.constantFrom('open' as const, ...complaintStateList),
  office: fc.option(fc.constantFrom('network', 'it-2'), { nil: undefined }),
  kind: fc.option(fc.constantFrom(...complaintKindList), { nil: undefined }),
  only: fc.subarray([...onlyList]),
  text: fc.constantFrom('', '电梯 二楼', 'a&b=c#?'),
}).map(({ office, kind, ...it }) => ({ ...it, ...(office ? { office } : {}), ...(kind ? { kind } : {}) }))

test('a filter that is read back from the address is the same filter', () => {
  fc.assert(fc.property(anyFilter, (filter) => expect(filterFrom(queryOf(filter))).toEqual(filter)))
})

test('an address that somebody spoilt shows the whole queue and no error', () => {
  expect(filterFrom({ state: 'nonsense', office: '<b>', kind: 'toString', only: 'mine,__proto__', text: undefined })).toEqual({ ...wholeQueue, only: ['mine'] })
})

test('a long text is cut between two characters, so that it can stand in an address', () => {
  const { text } = filterFrom({ text: `${'字'.repeat(59)}😀😀` })
  expect(text).toBe(`${'字'.repeat(59)}😀`)
  expect(() => encodeURIComponent(text)).not.toThrow()
})

test('due today is said by China\'s day', () => {
  expect(shows({ due: '2026-11-24' }, { only: ['today'] })).toBe(true)
  expect(shows({ due: '2026-11-23', overdue: true }, { only: ['today'] })).toBe(false)
})

test('several narrowings hold together', () => {
  expect(shows({ mine: true, overdue: true }, { only: ['mine', 'overdue'], kind: 'pain' })).toBe(true)
  expect(shows({ mine: true }, { only: ['mine', 'overdue'] })).toBe(false)
  expect(shows({ mine: true, overdue: true }, { only: ['mine', 'overdue'], kind: 'opinion' })).toBe(false)
})

test('an addition is unread until it is opened here, and once somebody of the centre acted it is none', () => {
  const added = { id: 'a', additionAt: '2026-11-23T08:00:00.000Z' }
  expect(isUnread(added, {})).toBe(true)
  expect(isUnread(added, { a: '2026-11-23T07:00:00.000Z' })).toBe(true)
  expect(isUnread(added, { a: '2026-11-23T08:00:00.000Z' })).toBe(false)
  expect(isUnread({ id: 'a' }, {})).toBe(false)
})
