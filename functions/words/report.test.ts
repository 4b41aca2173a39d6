import { countEvents } from '../items/questions/count'
import { proposalId, readCounts } from './report'

const names = new Map([['A', '社会保障卡补领'], ['B', '失业登记']])
const times = <T>(n: number, it: T): T[] => Array.from({ length: n }, () => it)
const read = (...events: Parameters<typeof countEvents>[0][]) => readCounts(countEvents(events.flat()), names)

test('an item that people open after looking for it proposes the question as an alias', () => {
  expect(read(times(5, { question: '绿卡丢了', found: 9, opened: 'A', rank: 4 })).proposed).toEqual([
    { id: proposalId('绿卡丢了', 'A'), text: '绿卡丢了', item: 'A', itemName: '社会保障卡补领', opened: 5 },
  ])
})

test.each([
  ['it was opened fewer than five times', times(4, { question: 'x', found: 9, opened: 'A', rank: 4 })],
  ['it stands first already', times(9, { question: 'x', found: 9, opened: 'A', rank: 1 })],
  ['most open another item', [...times(5, { question: 'x', found: 9, opened: 'A', rank: 4 }), ...times(6, { question: 'x', found: 9, opened: 'B', rank: 1 })]],
  ['the item is no longer published', times(9, { question: 'x', found: 9, opened: 'Z', rank: 4 })],
])('no alias is proposed when %s', (_, events) => {
  expect(read(events).proposed).toEqual([])
})

test('questions without a result and questions whose first three nobody opens are told apart, the most asked first', () => {
  const { nothingFound, neverOpened } = read(
    times(3, { question: '没有的', found: 0 }), times(7, { question: '更没有的', found: 0 }), times(4, { question: '不合适', found: 5 }), times(4, { question: '好的', found: 5, opened: 'A', rank: 2 }),
  )
  expect(nothingFound).toEqual([{ question: '更没有的', count: 7 }, { question: '没有的', count: 3 }])
  expect(neverOpened).toEqual([{ question: '不合适', count: 4 }])
})

test('a proposal has the same id whenever it is made, and one that fits into a URL', () => {
  expect(proposalId('社保卡', 'A')).toBe(proposalId('社保卡', 'A'))
  expect(proposalId('社保卡', 'A')).not.toBe(proposalId('社保卡', 'B'))
  expect(proposalId('社保卡', 'A')).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/)
})
