import { unreadInFigures } from './unread'

test('unread messages are counted up to 99; above it stands 99+', () => {
  expect([1, 99, 100].map(unreadInFigures)).toEqual(['1', '99', '99+'])
})
