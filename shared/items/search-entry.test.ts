import type { Item } from './item'
import { searchEntryOf, takesOf } from './search-entry'

const bare: Item = {
  id: '1', name: '失业登记', aliases: [], audience: [], conditions: [], materials: [], legalBasis: [],
  soleReview: false, associated: false, informCommit: false, outsideHours: false, sample: false, state: 'published', version: 1, updatedAt: '2026-11-23T00:00:00.000Z',
}

test('what is not known of an item is matched by no filter', () => {
  expect(searchEntryOf(bare)).toEqual({ id: '1', name: '失业登记', aliases: [], facets: { oneWindow: false, outsideHours: false }, display: {} })
})

test('an item is found by what staff wrote of it, and a hit says where to go and how long it takes', () => {
  expect(searchEntryOf({ ...bare, code: 'C', aliases: ['下岗登记'], department: '人社局', type: '公共服务', area: 'hr', floor: '1F', audience: ['个人'], theme: '就业', online: '否', windowClass: '社会事务', outsideHours: true, committedLimit: 5 })).toEqual({
    id: '1', name: '失业登记', code: 'C', aliases: ['下岗登记'], department: '人社局', category: '公共服务',
    facets: { area: 'hr', audience: ['个人'], theme: ['就业'], online: false, oneWindow: true, outsideHours: true }, display: { floor: '1F', area: 'hr', takes: '5 个工作日' },
  })
})

test.each([
  [{ handling: '即办件', committedLimit: 1 }, '当场办'],
  [{ committedLimit: 0 }, '当场办'],
  [{ legalLimit: 20, committedLimit: 5 }, '5 个工作日'],
  [{ legalLimit: 20 }, '20 个工作日'],
  [{}, ''],
] as const)('how long an item takes is said as it is promised: %j', (times, words) => {
  expect(takesOf(times)).toBe(words)
})
