import fc from 'fast-check'
import { addCounts, countable, countEvents, type QuestionCounts } from './count'

test.each([
  ['  社保卡　丢了 ', '社保卡 丢了'],
  ['ＳＧＸＫＺ', 'sgxkz'],
  ['房子\u001f过户', '房子 过户'],
])('%j is counted as %j', (question, text) => expect(countable(question)).toBe(text))

test.each(['', ' ', '我的电话13800138000', '身份证 370214 1990', '138-0013-8000', 'a@b.cn', '３７０２１４１'])('%j is not counted: it may tell who asked', (question) => {
  expect(countable(question)).toBeUndefined()
})

test('a question that was asked, found nothing, or led to an item is counted as such', () => {
  const counts = countEvents([
    { question: '社保卡', found: 3, opened: 'A', rank: 1 }, { question: '社保卡', found: 3, opened: 'A', rank: 5 }, { question: '社保卡', found: 0 },
  ])
  expect(counts.get('社保卡')).toEqual({ asked: 3, missed: 1, firstThree: 1, opened: { A: { times: 2, ranks: 6 } } })
})

test('counting in parts and adding is counting at once', () => {
  const event = fc.record({ question: fc.constantFrom('甲', '乙'), found: fc.integer({ min: 0, max: 2 }), opened: fc.constantFrom('A', 'B'), rank: fc.integer({ min: 1, max: 9 }) })
  fc.assert(fc.property(fc.array(event), fc.array(event), (one, two) => {
    const sum: QuestionCounts = new Map()
    addCounts(sum, countEvents(one))
    addCounts(sum, countEvents(two))
    const sorted = (counts: QuestionCounts) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
    expect(sorted(sum)).toEqual(sorted(countEvents([...one, ...two])))
  }))
})
