import { changedPhotos, stillThere } from './draft-photos'

const now = Date.parse('2026-11-23T08:00:00.000Z')
const day = 86_400_000

test('a photo that the server would have thrown away is no longer offered', () => {
  expect(stillThere([{ id: 'old', at: now - day }, { id: 'new', at: now - 3_600_000 }], now).map(({ id }) => id)).toEqual(['new'])
})

test('a photo keeps its time while others come and go', () => {
  const before = [{ id: 'old', at: now - day }, { id: 'a', at: now - 5 }, { id: 'b', at: now - 3 }]
  expect(changedPhotos(before, (photos) => [...photos.filter(({ id }) => id !== 'a'), { id: 'c', address: 'blob:c' }], now)).toEqual([{ id: 'b', at: now - 3 }, { id: 'c', address: 'blob:c', at: now }])
})
