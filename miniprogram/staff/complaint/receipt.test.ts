import { receiptFrom } from './receipt'

test.each([
  ['ZC-20261123-0007', 'ZC-20261123-0007'],
  ['zc-20261123-0007 ', 'ZC-20261123-0007'],
  ['20261123-7', 'ZC-20261123-0007'],
  ['ZC 20261123 7', 'ZC-20261123-0007'],
  ['ＺＣ－２０２６１１２３－０００７', 'ZC-20261123-0007'],
  ['ZC202611230007', 'ZC-20261123-0007'],
  ['20261123-12345', 'ZC-20261123-12345'],
])('a clerk may type the number as it is read out: %s', (typed, receipt) => {
  expect(receiptFrom(typed)).toBe(receipt)
})

test.each(['', 'ZC', '2026-7', '排队太久', 'ZC-20261123-', '20261123'])('%s is no receipt number', (typed) => {
  expect(receiptFrom(typed)).toBeUndefined()
})
