import { anyStaff } from '@shared/accounts/roles'
import { messagesPage, placesOf } from './places'

test('only an administrator finds the accounts in the navigation', () => {
  const withAccounts = anyStaff.filter((role) => placesOf(role).some(({ page }) => page === 'staff/accounts/index'))
  expect(withAccounts).toEqual(['admin'])
})

test('everybody finds the queue first', () => {
  for (const role of anyStaff) expect(placesOf(role)[0].page).toBe('staff/queue/index')
})

test('everybody finds their messages right after the queue', () => {
  for (const role of anyStaff) expect(placesOf(role)[1].page).toBe(messagesPage)
})
