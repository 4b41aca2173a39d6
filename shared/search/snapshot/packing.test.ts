import fc from 'fast-check'
import { decodeTexts, encodeTexts, makeAlphabet, packAlphabet, unpackAlphabet } from './alphabet'
import { packTexts, runCount, textAt } from './runs'
import { packNumbers, unpackNumbers } from './varints'

const roundTrip = (texts: readonly string[]): { size: number; back: string[] } => {
  const packed = packTexts(texts)
  const alphabet = makeAlphabet([packed])
  const bytes = encodeTexts(packed, alphabet)
  const decoded = decodeTexts(bytes, unpackAlphabet(packAlphabet(alphabet)))
  return { size: bytes.length, back: Array.from({ length: runCount(decoded) }, (_, i) => textAt(decoded, i)) }
}

describe('packed texts', () => {
  test('come back as they were, whatever they hold', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      expect(roundTrip(texts).back).toEqual(texts)
    }))
  })

  test('a frequent character takes one byte, a rare one two, and one that is left out of a full alphabet three', () => {
    const frequent = '登记'.repeat(100)
    const rare = Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
    expect(roundTrip([frequent]).size).toBe(8 + 200 + 1)
    expect(roundTrip([frequent, rare]).size).toBe(8 + 200 + 1 + 237 + 2 * (300 - 237) + 1)
    const everything = Array.from({ length: 65536 }, (_, i) => String.fromCharCode(i)).join('')
    expect(roundTrip([everything])).toEqual({ size: 8 + 239 + 2 * 15 * 256 + 3 * (65536 - 239 - 15 * 256) + 1, back: [everything] })
  })
})

test('packed numbers come back as they were, up to the largest word', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  fc.assert(fc.property(numbers, (values) => {
    expect([...unpackNumbers(packNumbers(values))]).toEqual(values)
  }), { examples: [[[0, 127, 128, 16383, 16384, 2 ** 31, 2 ** 32 - 1]]] })
})
