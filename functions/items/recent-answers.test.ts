import { compileSnapshot, openSnapshot } from '@shared/search'
import { createRecentAnswers } from './recent-answers'

const snapshotOf = (version: number, ...names: string[]) => openSnapshot(compileSnapshot({ items: names.map((name, i) => ({ id: `i${i}`, name })), version }))
const names = (result: { hits: readonly { name: string }[] }) => result.hits.map((hit) => hit.name)

const first = snapshotOf(1, '结婚登记', '离婚登记')
const second = snapshotOf(2, '补领结婚证')
const now = 1_000_000

test('the same question is answered from memory for a minute', () => {
  const recent = createRecentAnswers()
  const answer = recent.answer('370214', first, '结婚', { now })
  expect(recent.answer('370214', first, '结婚', { now: now + 59_999 })).toBe(answer)
  expect(recent.answer('370214', first, '结婚', { now: now + 60_000 })).not.toBe(answer)
})

test('a new snapshot, another centre and other options are never answered with the former answer', () => {
  const recent = createRecentAnswers()
  recent.answer('370214', first, '结婚', { now })
  expect(names(recent.answer('370214', second, '结婚', { now }))).toEqual(['补领结婚证'])
  expect(names(recent.answer('370215', second, '结婚', { now }))).toEqual(['补领结婚证'])
  expect(recent.answer('370214', first, '登记', { now, limit: 1 }).hits).toHaveLength(1)
  expect(recent.answer('370214', first, '登记', { now, limit: 2 }).hits).toHaveLength(2)
})

test('no more answers are kept than the limit allows', () => {
  const recent = createRecentAnswers(2)
  const answer = recent.answer('370214', first, '结婚', { now })
  recent.answer('370214', first, '离婚', { now })
  recent.answer('370214', first, '登记', { now })
  expect(recent.answer('370214', first, '结婚', { now })).not.toBe(answer)
})
