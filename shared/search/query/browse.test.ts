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
