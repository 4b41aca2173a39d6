import * as v from 'valibot'
import { photoArea } from '@shared/photos/photo'
import { between, middle, moved, resized } from './areas'

test('a rectangle is the same from whichever corner it was drawn', () => {
  const wanted = { x: 1000, y: 2000, width: 3000, height: 1500 }
  for (const [a, b] of [[[0.1, 0.2], [0.4, 0.35]], [[0.4, 0.35], [0.1, 0.2]], [[0.4, 0.2], [0.1, 0.35]]] as const) {
    expect(between({ x: a[0], y: a[1] }, { x: b[0], y: b[1] })).toEqual(wanted)
  }
})

test('a drag over the edge ends at the edge, and a tap makes no rectangle', () => {
  expect(between({ x: 0.9, y: 0.9 }, { x: 1.7, y: 1.2 })).toEqual({ x: 9000, y: 9000, width: 1000, height: 1000 })
  expect(between({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 })).toBeUndefined()
})

test('whatever is drawn, moved or resized, the server takes it', () => {
  let seed = 11
  const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff
  for (let round = 0; round < 2000; round++) {
    const point = () => ({ x: random() * 2 - 0.5, y: random() * 2 - 0.5 })
    let area = between(point(), point()) ?? middle
    for (let step = 0; step < 5; step++) {
      const [a, b] = [Math.round(random() * 8000 - 4000), Math.round(random() * 8000 - 4000)]
      area = random() < 0.5 ? moved(area, a, b) : resized(area, a, b)
      expect(v.is(photoArea, area)).toBe(true)
    }
  }
})
