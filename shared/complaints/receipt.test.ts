import * as v from 'valibot'
import { receiptNumber } from './complaint'
import { receiptOf } from './receipt'

test('receipt numbers are as people read them out, and grow past 9,999', () => {
  expect(receiptOf('2026-11-23', 7)).toBe('ZC-20261123-0007')
  expect(receiptOf('2026-11-23', 12_345)).toBe('ZC-20261123-12345')
  expect(v.is(receiptNumber, receiptOf('2026-11-23', 10_000))).toBe(true)
})
