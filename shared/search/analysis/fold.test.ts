import fc from 'fast-check'
import { fold, squeeze } from './fold'

describe('folding', () => {
  test.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['Ⅱ类放射源', '二类放射源'],
    ['2类医疗器械', '二类医疗器械'],
    ['4.5吨', '4 5吨'],
    ['12级', '12级'],
    ['營業執照變更', '营业执照变更'],
    ['著作权', '著作权'],
    ['食品（含保健食品）', '食品(含保健食品)'],
    ['转移、变更', '转移 变更'],
  ])('%s reads as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('keeps every position, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length))
  })

  test('squeezing leaves words only', () => {
    expect(squeeze(fold('食品（含 保健食品）-A1'))).toBe('食品含保健食品a1')
  })
})
