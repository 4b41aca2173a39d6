import fc from 'fast-check'
import { mostLists, tick, tickedOf, type MaterialsList } from './materials'

const item = { id: 'a', name: '食品经营许可', materials: ['申请书', '营业执照', '身份证'] }

test('a tick stays until it is taken back', () => {
  const once = tick([], item, '申请书')
  expect(tickedOf(once, item)).toEqual(['申请书'])
  expect(tickedOf(tick(once, item, '申请书'), item)).toEqual([])
})

test('a list without a tick is forgotten', () => {
  expect(tick(tick([], item, '申请书'), item, '申请书')).toEqual([])
})

test('a material whose words have changed must be ticked anew', () => {
  const lists = tick(tick([], item, '申请书'), item, '营业执照')
  expect(tickedOf(lists, { id: 'a', materials: ['申请书（新版）', '营业执照'] })).toEqual(['营业执照'])
})

test('the list touched last comes first, and the longest untouched falls out', () => {
  const many = Array.from({ length: mostLists + 1 }, (_, index) => ({ id: String(index), name: '', materials: ['x'] }))
  const lists = many.reduce<readonly MaterialsList[]>((before, one) => tick(before, one, 'x'), [])
  expect(lists).toHaveLength(mostLists)
  expect(lists[0].item).toBe(String(mostLists))
  expect(lists.some((one) => one.item === '0')).toBe(false)
})

test('after any taps exactly the materials tapped an odd number of times are ticked', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...item.materials)), (taps) => {
    const lists = taps.reduce<readonly MaterialsList[]>((before, material) => tick(before, item, material), [])
    const odd = item.materials.filter((material) => taps.filter((tap) => tap === material).length % 2 === 1)
    expect([...tickedOf(lists, item)].sort()).toEqual([...odd].sort())
  }))
})
