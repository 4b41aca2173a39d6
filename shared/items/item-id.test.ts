import { itemIdOf } from './item-id'

test('an item with a code that fits into a URL has it as its id', () => {
  expect(itemIdOf({ name: '食品经营许可核发', code: '370214-XK-001' })).toBe('370214-XK-001')
})

test('without a code the id is a hash that never changes', () => {
  const id = itemIdOf({ name: '食品经营许可核发', department: '行政审批服务局' })
  expect(id).toBe(itemIdOf({ name: '食品经营许可核发', department: '行政审批服务局' }))
  expect(id).toMatch(/^n-[0-9a-z]{4,11}$/)
  expect(id).not.toBe(itemIdOf({ name: '食品经营许可核发', department: '市场监督管理局' }))
})
