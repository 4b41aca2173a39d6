import fc from 'fast-check'
import { compileSnapshot, openSnapshot, search, SnapshotError } from '../index'
import { SAMPLE_ITEMS, SAMPLE_LEXICON } from '../search.sample'
import { FORMAT_VERSION } from './layout'

const bytes = (): Uint8Array => new Uint8Array(compileSnapshot({ items: SAMPLE_ITEMS, lexicon: SAMPLE_LEXICON, version: 2 ** 40 + 7 }))
const faultOf = (damaged: Uint8Array): string => {
  try {
    openSnapshot(damaged)
    return 'none'
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    return error.fault
  }
}

describe('snapshot', () => {
  test('gives back every item and the version', () => {
    const snapshot = openSnapshot(bytes())
    expect(snapshot.version).toBe(2 ** 40 + 7)
    const names = Array.from({ length: snapshot.itemCount }, (_, i) => [snapshot.id(i), snapshot.name(i)])
    expect(names.sort()).toEqual(SAMPLE_ITEMS.map(({ id, name }) => [id, name]).sort())
  })

  test('gives back whatever names a catalogue has', () => {
    const item = fc.record({ name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).filter((name) => name.trim() !== ''), department: fc.string() })
    fc.assert(fc.property(fc.array(item, { maxLength: 80 }), (rows) => {
      const items = rows.map((row, i) => ({ ...row, id: `i${i}` }))
      const snapshot = openSnapshot(compileSnapshot({ items }))
      const found = Array.from({ length: snapshot.itemCount }, (_, i) => [snapshot.id(i), snapshot.name(i)]).sort()
      expect(found).toEqual(items.map(({ id, name }) => [id, name]).sort())
    }), { numRuns: 40 })
  })

  test('opens from bytes in the middle of a larger buffer', () => {
    const whole = bytes()
    const shifted = new Uint8Array(whole.length + 3)
    shifted.set(whole, 3)
    expect(search(openSnapshot(shifted.subarray(3)), '结婚登记').hits[0].id).toBe('e01')
  })

  test('compiles to the same bytes whatever the order of the items', () => {
    const reversed = compileSnapshot({ items: [...SAMPLE_ITEMS].reverse(), lexicon: SAMPLE_LEXICON, version: 2 ** 40 + 7 })
    expect(new Uint8Array(reversed)).toEqual(bytes())
  })

  test('any flipped bit is refused', () => {
    const whole = bytes()
    fc.assert(fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
      const flipped = whole.slice()
      flipped[bit >> 3] ^= 1 << (bit & 7)
      return faultOf(flipped) !== 'none'
    }), { numRuns: 500 })
  })

  test('any shorter or longer piece is refused', () => {
    const whole = bytes()
    fc.assert(fc.property(fc.nat(whole.length - 1), (length) => faultOf(whole.slice(0, length)) !== 'none'))
    expect(faultOf(whole.slice(0, -4))).toBe('truncated')
    expect(faultOf(Uint8Array.of(...whole, 0, 0, 0, 0))).toBe('damaged')
  })

  test('a newer or older format and foreign bytes are told apart from damage', () => {
    const newer = bytes()
    newer[4] = FORMAT_VERSION + 1
    expect(faultOf(newer)).toBe('newer')
    const older = bytes()
    older[4] = FORMAT_VERSION - 1
    expect(faultOf(older)).toBe('older')
    expect(faultOf(new TextEncoder().encode('<!doctype html><title>not found</title>'))).toBe('foreign')
    expect(faultOf(new Uint8Array(0))).toBe('truncated')
  })

  test('two items of one id are refused with a sentence', () => {
    expect(() => compileSnapshot({ items: [SAMPLE_ITEMS[0], SAMPLE_ITEMS[0]] })).toThrow('事项编号“a01”重复')
  })
})
