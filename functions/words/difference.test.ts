import type { Word } from '@shared/words/word'
import { difference, sameWord } from './difference'

const alias = (id: string, text: string, version = 1): Word => ({ kind: 'alias', id, version, item: 'A', text })
const lexicon = (weight: number): Word => ({ kind: 'lexicon', id: 'x', version: 1, field: '社保', sense: 'means', words: [{ text: '社保卡', weight: 1 }], means: [{ text: '社会保障卡', weight }] })

test('a word that says the same in another version is the same', () => {
  expect(sameWord(alias('1', '甲', 1), alias('1', '甲', 9))).toBe(true)
  expect(sameWord(alias('1', '甲'), alias('1', '乙'))).toBe(false)
  expect(sameWord(lexicon(0.5), lexicon(0.6))).toBe(false)
  expect(sameWord(undefined, undefined)).toBe(true)
  expect(sameWord(alias('1', '甲'), undefined)).toBe(false)
})

test('what is new, different and gone is counted', () => {
  expect(difference([alias('1', '甲'), alias('2', '乙'), alias('3', '丙')], [alias('1', '甲', 4), alias('2', '乙乙'), alias('4', '丁')])).toEqual({ added: 1, changed: 1, removed: 1 })
})
