import { stripNoise } from './noise'

const without = (question: string): string => stripNoise(question).replace(/ /g, '')

test.each([
  ['喂您好 我想问一下 社保卡补办', '社保卡补办'],
  ['嗯 是这样 就是说那个护照怎么换', '护照换'],
  ['同志 麻烦帮我看一下户口迁移', '户口迁移'],
])('what people say while they think is no part of the matter: %s', (question, matter) => {
  expect(without(question)).toBe(matter)
  expect(stripNoise(question)).toHaveLength(question.length)
})

test.each(['母乳喂养室备案', '了解', '建议书审批'])('%s stays', (question) => {
  expect(without(question)).toBe(question)
})

test('of nothing but polite words nothing is taken out', () => {
  expect(stripNoise('请问怎么办理')).toBe('请问怎么办理')
})
