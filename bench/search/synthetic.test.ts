import { syntheticNames, zipf } from './synthetic'

const REAL = ['居住证办理', '食品经营许可（新办）', '机动车转移登记']

test('a made-up catalogue has as many names as asked for, all different, the real ones among them', () => {
  const names = syntheticNames(REAL, 500, 3)
  expect(new Set(names).size).toBe(500)
  expect(names).toEqual(expect.arrayContaining(REAL))
  expect(syntheticNames(REAL, 500, 3)).toEqual(names)
})

test('a catalogue smaller than the real one takes a part of it', () => {
  expect(syntheticNames(REAL, 2, 1).filter((name) => REAL.includes(name))).toHaveLength(2)
})

test('Zipf traffic asks the first centre about twice as often as the second', () => {
  const next = zipf(100, 5)
  const counts = new Map<number, number>()
  for (let i = 0; i < 50_000; i++) {
    const number = next()
    counts.set(number, (counts.get(number) || 0) + 1)
  }
  expect(Math.max(...counts.keys())).toBeLessThan(100)
  expect(counts.get(0)! / counts.get(1)!).toBeCloseTo(2, 0)
})
