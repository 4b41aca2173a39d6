import { withAppended, withPhrase } from './phrases'

test('a phrase that is kept comes first, and never twice', () => {
  expect(withPhrase(['甲'], ' 乙 ')).toEqual(['乙', '甲'])
  expect(withPhrase(['乙', '甲'], '甲')).toEqual(['乙', '甲'])
  expect(withPhrase(['甲'], '  ')).toEqual(['甲'])
})

test('the list of phrases is bounded', () => {
  const many = Array.from({ length: 50 }, (_, i) => `第 ${i} 条`).reduce<readonly string[]>((phrases, one) => withPhrase(phrases, one), [])
  expect(many).toHaveLength(40)
  expect(many[0]).toBe('第 49 条')
})

test('putting in a phrase loses nothing of what was typed', () => {
  expect(withAppended('', '您好。')).toBe('您好。')
  expect(withAppended('您好。', '经核实，')).toBe('您好。\n经核实，')
  expect(withAppended('前', '后')).toBe('前后')
})
