import fc from 'fast-check'
import { percentile, randomFrom } from './measure'

test('a percentile is one of the values, and the share of values at or below it is at least what was asked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
      const found = percentile(values, share)
      expect(values).toContain(found)
      expect(values.filter((value) => value <= found).length / values.length).toBeGreaterThanOrEqual(share - 1e-9)
    }),
  )
})

test('the same seed gives the same numbers, spread over 0 to 1', () => {
  const numbers = Array.from({ length: 1000 }, randomFrom(7))
  expect(Array.from({ length: 1000 }, randomFrom(7))).toEqual(numbers)
  expect(Math.min(...numbers)).toBeLessThan(0.02)
  expect(Math.max(...numbers)).toBeGreaterThan(0.98)
})
