import fc from 'fast-check'
import { cut } from './cut'

test('a text that is short enough stays as it is', () => {
  expect(cut('', 1)).toBe('')
  expect(cut('一二三', 3)).toBe('一二三')
  expect(cut('😀😀😀', 3)).toBe('😀😀😀')
})

test('a cut text ends with an ellipsis and never in half a character', () => {
  expect(cut('一二三四五', 3)).toBe('一二…')
  expect(cut('😀😀😀', 2)).toBe('😀…')
})

test('whatever was written, a cut text is a beginning of it and no longer than allowed', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
    const short = cut(text, most)
    expect(Array.from(short).length).toBeLessThanOrEqual(most)
    expect(text.startsWith(short === text ? short : short.slice(0, -1))).toBe(true)
    expect(() => encodeURIComponent(short)).not.toThrow()
  }))
})
