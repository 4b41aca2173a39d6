import type { ShownAuditEvent } from '@shared/audit/audit'
import { aboutOf, actorOf } from './about'

const event: ShownAuditEvent = { id: 'aaaaaaaaaaaaaaaaaaaa', at: '2026-11-23T01:00:00.000Z', by: 'b', byName: '3 号窗口', action: 'account-disable' }

test('a line names the account that was touched, but not twice when somebody changed their own', () => {
  expect(aboutOf({ ...event, account: 'c', accountName: '5 号窗口' })).toBe('账号“5 号窗口”')
  expect(aboutOf({ ...event, action: 'account-password', account: 'b', accountName: '3 号窗口' })).toBe('')
})

test('how it was done stands after what it was about', () => {
  expect(aboutOf({ ...event, detail: '12 件' })).toBe('12 件')
})

test('the first account of a centre was made by nobody\'s account', () => {
  expect(actorOf({ by: 'start', byName: 'start' })).toBe('系统初始化')
  expect(actorOf(event)).toBe('3 号窗口')
})
