import { isHandedOver, nextToDo } from './advance'

const lines = ['a', 'b', 'c'].map((id) => ({ id }))

test('after passing on or answering the next case opens; after accepting one stays', () => {
  expect(['pass', 'answer', 'close', 'decline'].every((it) => isHandedOver(it as 'pass'))).toBe(true)
  expect(['accept', 'note', 'investigate', 'plan'].some((it) => isHandedOver(it as 'accept'))).toBe(false)
})

test('the next one below that is not done, then from the top, then none', () => {
  expect(nextToDo(lines, 'a', new Set(['a']))).toBe('b')
  expect(nextToDo(lines, 'a', new Set(['a', 'b']))).toBe('c')
  expect(nextToDo(lines, 'c', new Set(['b', 'c']))).toBe('a')
  expect(nextToDo(lines, 'c', new Set(['a', 'b', 'c']))).toBeUndefined()
})

test('a case that stands in no list leads to the first that is not done', () => {
  expect(nextToDo(lines, 'elsewhere', new Set(['a']))).toBe('b')
})
