import fc from 'fast-check'
import { checkedWord, emptyWord, formOfWord, linesOfMeanings, meaningsOf } from './word-form'

const id = '0123456789abcdefghjk'
const now = Date.parse('2026-11-23T08:00:00.000Z')

test('weights are written after a star, as in the lexicon\'s file', () => {
  expect(meaningsOf('落户\n户口迁移*0.6\n 迁入 ＊ 0.5 \n\n')).toEqual([{ text: '落户', weight: 1 }, { text: '户口迁移', weight: 0.6 }, { text: '迁入', weight: 0.5 }])
})

test('meanings go through their lines unchanged', () => {
  const meaning = fc.record({ text: fc.stringMatching(/^[甲乙丙丁a-z]{1,6}$/), weight: fc.constantFrom(1, 0.05, 0.4, 0.65) })
  fc.assert(fc.property(fc.array(meaning, { maxLength: 8 }), (meanings) => {
    expect(meaningsOf(linesOfMeanings(meanings))).toEqual(meanings)
  }))
})

test('a word goes through its form unchanged', () => {
  const words = [
    { kind: 'lexicon' as const, id, version: 3, field: '户籍', sense: 'means' as const, words: [{ text: '上户口', weight: 1 }], means: [{ text: '出生登记', weight: 0.8 }] },
    { kind: 'alias' as const, id, version: 1, item: '370214010001', text: '开饭店' },
    { kind: 'pin' as const, id, version: 2, question: '社保', items: ['a', 'b'], expiresAt: '2026-12-31T16:00:00.000Z' },
    { kind: 'pin' as const, id, version: 2, question: '社保', items: ['a'] },
  ]
  for (const word of words) expect(checkedWord(word.kind, formOfWord(word), id, word.version, now)).toEqual({ word })
})

test('a pin holds to the end of its last day in China', () => {
  expect(formOfWord({ kind: 'pin', id, version: 1, question: '问', items: ['a'], expiresAt: '2026-12-31T16:00:00.000Z' }).expires).toBe('2026-12-31')
  expect(checkedWord('pin', { ...emptyWord, text: '问', items: ['a'], expires: '2026-11-23' }, id, 0, now)).toMatchObject({ word: { expiresAt: '2026-11-23T16:00:00.000Z' } })
})

test.each([
  ['lexicon', { field: '户籍', words: '', means: '出生登记' }, { words: '请填写' }],
  ['lexicon', { field: '户籍', words: '上户口', means: '出生登记*2' }, { means: '第 1 行：权重在 0.05 与 1 之间' }],
  ['lexicon', { field: '户籍', words: '上户口', means: '出生登记*高' }, { means: '第 1 行：权重在 0.05 与 1 之间' }],
  ['alias', { text: '开饭店' }, { items: '请填写' }],
  ['pin', { text: '', items: ['a'] }, { text: '请填写' }],
  ['pin', { text: '问', items: ['a'], expires: '年底' }, { expires: '应为日期，如 2026-12-31' }],
  ['pin', { text: '问', items: ['a'], expires: '2026-11-22' }, { expires: '这一天已经过去了' }],
] as const)('%s with %j is refused at the field', (kind, form, problems) => {
  expect(checkedWord(kind, { ...emptyWord, ...form }, id, 0, now)).toEqual({ problems })
})

test('words that mean each other need no other side', () => {
  expect(checkedWord('lexicon', { ...emptyWord, field: '房产', sense: 'same', words: '房本\n房产证', means: '忘了清掉' }, id, 0, now)).toMatchObject({ word: { means: [] } })
})
