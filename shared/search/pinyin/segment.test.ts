import { segmentLetters } from './segment'
import { homophones, pinyinTables } from './syllables'

const ways = (letters: string): string[] => segmentLetters(letters, 3).map((pieces) => pieces.map((piece) => piece.letters).join(' '))

describe('pinyin', () => {
  test.each([
    ['xian', 'xian', 'xi an'],
    ['sgxkz', 's g x k z', undefined],
    ['shebaok', 'she bao k', undefined],
    ['zhuanyi', 'zhuan yi', undefined],
  ])('%s is cut into syllables', (letters, best, also) => {
    const found = ways(letters)
    expect(found[0]).toBe(best)
    if (also) expect(found).toContain(also)
  })

  test('characters with several readings have them all', () => {
    const { syllablesOf } = pinyinTables()
    for (const [character, readings] of Object.entries({ 重: ['zhong', 'chong'], 行: ['xing', 'hang'], 长: ['chang', 'zhang'], 会: ['hui', 'kuai'], 车: ['che', 'ju'], 调: ['diao', 'tiao'], 还: ['hai', 'huan'], 给: ['gei', 'ji'] })) {
      expect(syllablesOf.get(character.charCodeAt(0))).toEqual(expect.arrayContaining(readings))
    }
    expect(syllablesOf.size).toBeGreaterThan(6700)
  })

  test('homophones share a syllable', () => {
    expect(homophones('婚'.charCodeAt(0))).toContain('昏'.charCodeAt(0))
    expect(homophones('婚'.charCodeAt(0))).not.toContain('婚'.charCodeAt(0))
  })
})
