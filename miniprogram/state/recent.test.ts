import fc from 'fast-check'
import { mostRecent, remember } from './recent'

test('a question asked again moves to the front instead of standing there twice', () => {
  expect(remember(['结婚登记', '社保卡'], ' 社保卡 ')).toEqual(['社保卡', '结婚登记'])
})

test('blank questions are not remembered', () => {
  expect(remember(['社保卡'], '  ')).toEqual(['社保卡'])
})

test('whatever is asked, the list holds each question once, the newest first, and never more than its most', () => {
  fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3 })), (asked) => {
    const list = asked.reduce<readonly string[]>(remember, [])
    expect(new Set(list).size).toBe(list.length)
    expect(list.length).toBeLessThanOrEqual(mostRecent)
    const said = asked.map((text) => text.trim()).filter(Boolean)
    expect(list[0]).toBe(said[said.length - 1])
  }))
})
