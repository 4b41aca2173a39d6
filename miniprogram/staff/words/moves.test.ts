import { byWeight, percent, rankWords } from './moves'

const move = (question: string, before: number, after: number) => ({ question, item: '事项', before, after })

test('questions that lose or win the first place come first, then the first three', () => {
  const moves = [move('far', 9, 5), move('top three', 4, 3), move('lost', 1, 2), move('gone', 1, 0)]
  expect(byWeight(moves).map(({ question }) => question)).toEqual(['gone', 'lost', 'top three', 'far'])
})

test('shares and ranks read as people say them', () => {
  expect(percent(0.934)).toBe('93.4%')
  expect(rankWords(0)).toBe('未找到')
  expect(rankWords(2)).toBe('第 2')
})
