import { markOf, withSeen, type Seen } from './seen'

const one = { id: 'a', updatedAt: '2026-11-23T08:00:00.000Z' }

test('a complaint is new until it is opened, and marked again when somebody changes it', () => {
  expect(markOf({}, one)).toBe('fresh')
  const seen = withSeen({}, 'a', one.updatedAt)
  expect(markOf(seen, one)).toBeUndefined()
  expect(markOf(seen, { ...one, updatedAt: '2026-11-23T09:00:00.000Z' })).toBe('updated')
})

test('seeing an older copy forgets nothing', () => {
  const seen = withSeen({}, 'a', one.updatedAt)
  expect(withSeen(seen, 'a', '2026-11-01T00:00:00.000Z')).toBe(seen)
})

test('the memory is bounded and keeps what was seen last', () => {
  let seen: Seen = {}
  for (let i = 0; i < 1_100; i += 1) seen = withSeen(seen, `c${i}`, one.updatedAt)
  expect(Object.keys(seen)).toHaveLength(1_000)
  expect(seen.c1099).toBe(one.updatedAt)
  expect(seen.c0).toBeUndefined()
})
