import { columnOrder } from '@shared/items/columns'
import { choicesOf, flagGroup, groups } from './groups'

test('every column of the catalogue has its place in the form, once', () => {
  const all = [...groups, flagGroup].flatMap(({ columns }) => columns)
  expect([...all].sort()).toEqual([...columnOrder].sort())
})

test('an area that the centre no longer has stays visible, so that it is not lost by saving', () => {
  expect(choicesOf('area', undefined, 'old-area')).toEqual([{ value: 'old-area', label: 'old-area' }])
  expect(choicesOf('handling', undefined, '').map(({ value }) => value)).toEqual(['即办件', '承诺件'])
})
