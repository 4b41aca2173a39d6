import type { StaffAccount } from '@shared/accounts/accounts'
import { changedAccount, emptyAccount, firstPassword, found, newAccount, stateOf } from './account-form'

const now = Date.parse('2026-11-23T08:00:00.000Z')
const account = (username: string, more: Partial<StaffAccount> = {}): StaffAccount => ({
  id: '0123456789abcdefghjk', centre: '370214', username, name: '3 号窗口', role: 'window', disabled: false, mustChangePassword: false, createdAt: '2026-11-01T00:00:00.000Z', version: 1, ...more,
})

test('a new account is sent with its first password', () => {
  expect(newAccount({ ...emptyAccount, username: ' Window.3 ', name: '3 号窗口' }, 'abcd-efgh-jkmn')).toEqual({ body: { username: 'window.3', name: '3 号窗口', role: 'window', password: 'abcd-efgh-jkmn' } })
})

test('an account of an office needs its office; other problems come in the registry\'s words', () => {
  expect(newAccount({ ...emptyAccount, username: '三号', role: 'office' }, 'abcd-efgh-jkmn')).toEqual({
    problems: { username: '3 至 32 位小写字母、数字、点或短横', name: '请填写', office: '科室岗位要选择科室' },
  })
  expect(changedAccount({ ...emptyAccount, name: '网络科', role: 'office', office: 'network' }, 4)).toEqual({ body: { expectedVersion: 4, name: '网络科', role: 'office', office: 'network' } })
})

test('a first password is long enough, can be read out, and differs with the random key', () => {
  const made = firstPassword('AbCdEfGhIjKlMnOpQrStUvWx')
  expect(made).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
  expect(firstPassword('ZbCdEfGhIjKlMnOpQrStUvWx')).not.toBe(made)
})

test('a lock that has passed is no lock', () => {
  expect(stateOf(account('a', { lockedUntil: '2026-11-23T08:10:00.000Z' }), now)).toBe('locked')
  expect(stateOf(account('a', { lockedUntil: '2026-11-23T07:50:00.000Z' }), now)).toBe('active')
  expect(stateOf(account('a', { mustChangePassword: true }), now)).toBe('first')
  expect(stateOf(account('a', { disabled: true, lockedUntil: '2026-11-23T08:10:00.000Z' }), now)).toBe('disabled')
})

test('accounts are found by any of their words, disabled ones last', () => {
  const list = [account('zhang', { disabled: true }), account('net', { role: 'office', office: 'network', name: '网络科一' }), account('win')]
  const officeOf = (id: string | undefined) => (id === 'network' ? '网络科' : undefined)
  expect(found(list, '', officeOf).map(({ username }) => username)).toEqual(['net', 'win', 'zhang'])
  expect(found(list, '科室 网络', officeOf).map(({ username }) => username)).toEqual(['net'])
  expect(found(list, '分管', officeOf)).toEqual([])
})
