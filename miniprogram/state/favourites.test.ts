import { mostFavourites, toggleFavourite } from './favourites'

const item = { id: 'a', name: '结婚登记' }

test('a favourite is added in front and taken out by the same tap', () => {
  const added = toggleFavourite([{ id: 'b', name: '社保卡' }], item)
  expect(added.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(toggleFavourite(added, item).map(({ id }) => id)).toEqual(['b'])
})

test('the oldest favourite falls out of a full list', () => {
  const full = Array.from({ length: mostFavourites }, (_, index) => ({ id: String(index), name: '' }))
  const list = toggleFavourite(full, item)
  expect(list).toHaveLength(mostFavourites)
  expect(list[0]).toEqual(item)
})
