import { measureList, type Measure } from '@shared/complaints/figures'
import type { ShownCount } from '@shared/complaints/hidden-counts'
import { barsOf, countWords, percentOf } from './shown'

const counts = (received: ShownCount) => ({ ...Object.fromEntries(measureList.map((measure) => [measure, {}])), received }) as Record<Measure, ShownCount>

test.each<[ShownCount, string]>([
  [{ least: 12, most: 12 }, '12 件'], [{ most: 4 }, '少于 5 件'], [{ least: 36, most: 39 }, '36～39 件'], [{}, '不公布'],
])('%j reads %s', (count, words) => expect(countWords(count)).toBe(words))

test('a rate is told only where both of its counts are', () => {
  expect(percentOf({ least: 9, most: 9 }, { least: 10, most: 10 })).toBe(90)
  expect(percentOf({ least: 6, most: 9 }, { least: 10, most: 10 })).toBeUndefined()
  expect(percentOf({ most: 4 }, { least: 10, most: 10 })).toBeUndefined()
  expect(percentOf({}, {})).toBeUndefined()
})

test('bars are as long as what is sure, and lighter up to what may be; what is not told has none and says so', () => {
  const bars = barsOf([{ key: 'a', label: '甲', counts: counts({ least: 40, most: 40 }) }, { key: 'b', label: '乙', counts: counts({ least: 16, most: 20 }) }, { key: 'c', label: '丙', counts: counts({}) }], 'received')
  expect(bars).toEqual([
    { key: 'a', label: '甲', words: '40 件', parts: [{ value: 40, tone: 'main' }, { value: 0, tone: 'maybe' }] },
    { key: 'b', label: '乙', words: '16～20 件', parts: [{ value: 16, tone: 'main' }, { value: 4, tone: 'maybe' }] },
    { key: 'c', label: '丙', words: '不公布', parts: [{ value: 0, tone: 'main' }, { value: 0, tone: 'maybe' }] },
  ])
})

test('a median that is not told says so', () => {
  expect(barsOf([{ key: 'a', label: '甲', counts: counts({}), medianDays: 3 }, { key: 'b', label: '乙', counts: counts({}) }], 'median').map(({ words }) => words)).toEqual(['3 个工作日', '不公布'])
})
