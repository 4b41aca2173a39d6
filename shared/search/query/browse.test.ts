import { compileSnapshot, openSnapshot, search } from '../index'

const item = (id: string, name: string, area: string) => ({ id, name, facets: { area } })
const snapshot = openSnapshot(compileSnapshot({ items: [item('a', '社会保险登记', 'hr'), item('b', '结婚登记', 'marriage'), item('c', '离婚登记', 'marriage')] }))

test('an empty question with a filter lists the items of that area by id', () => {
  const { hits, total } = search(snapshot, '  ', { filters: { area: ['marriage'] } })
  expect(hits.map(({ id }) => id)).toEqual(['b', 'c'])
  expect(total).toBe(2)
})

test('an empty question counts every value of every facet, to browse by', () => {
  const { facets, total } = search(snapshot, '', { counts: true, filters: { area: ['marriage'] } })
  expect(facets?.area).toEqual([{ value: 'marriage', count: 2 }, { value: 'hr', count: 1 }])
  expect(total).toBe(2)
})

test('browsing pages through the catalogue without a gap', () => {
  const first = search(snapshot, '', { limit: 2 }).hits.map(({ id }) => id)
  const second = search(snapshot, '', { limit: 2, offset: 2 }).hits.map(({ id }) => id)
  expect([...first, ...second]).toEqual(['a', 'b', 'c'])
})

test('paging through all that matches gives every item once, as many as it says', () => {
  const things = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉', (first) => Array.from('天地玄黄宇宙洪荒日月盈昃', (second) => `${first}${second}登记`)).flat()
  const items = [...things, ...things.slice(0, 60).map((name) => name.replace('登记', '许可'))].map((name, i) => ({ id: `d-${String(i).padStart(3, '0')}`, name }))
  const many = openSnapshot(compileSnapshot({ items, pins: [{ question: '登记', itemIds: ['d-200'] }] }))
  for (const typed of ['登记', '登计', '甲天登记', 'd-100', 'dengji']) {
    const { total } = search(many, typed)
    const ids = Array.from({ length: Math.ceil(total / 50) }, (_, page) => search(many, typed, { limit: 50, offset: page * 50 }).hits.map(({ id }) => id)).flat()
    expect(ids).toHaveLength(total)
    expect(new Set(ids).size).toBe(total)
    expect(search(many, typed, { limit: 1, offset: total }).hits).toEqual([])
  }
  expect(search(many, '登记').total).toBe(240)
})
