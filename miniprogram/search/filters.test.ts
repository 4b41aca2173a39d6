import { filterCount, filterQuery, toggleFilter } from './filters'

test('a value is switched on and off; a facet without values is no filter', () => {
  const on = toggleFilter(toggleFilter({}, 'area', 'hr'), 'area', 'tax')
  expect(on).toEqual({ area: ['hr', 'tax'] })
  expect(filterCount(on)).toBe(2)
  expect(toggleFilter(toggleFilter(on, 'area', 'hr'), 'area', 'tax')).toEqual({})
})

test('the server gets the same filters: values as lists, yes or no as flags', () => {
  expect(filterQuery({ area: ['hr'], online: ['1'] })).toEqual({ area: ['hr'], online: true })
})
