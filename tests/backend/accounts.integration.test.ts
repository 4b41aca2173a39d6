import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { routes } from '@shared/api/routes'
import { centre, centreData, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { accounts, complaints } = routes
const minute = 60_000

let backend: Backend
let admin: { token: string; id: string }

beforeAll(async () => {
  backend = await startBackend()
  admin = await backend.staff('admin')
})

afterAll(() => backend.stop())

const signIn = (username: string, password: string) => backend.as()(accounts.staffSignIn, { params: {}, body: { centre, username, password } })
const me = (token: string) => backend.as(token)(accounts.staffMe, { params: {} })

test('five wrong passwords lock an account for 15 minutes, even against the right one', async () => {
  const { username, password } = await backend.staff('window')
  for (let i = 0; i < 5; i++) await expect(signIn(username, 'wrong-password')).rejects.toMatchObject({ code: 'sign-in-failed' })
  await expect(signIn(username, password)).rejects.toMatchObject({ code: 'account-locked', status: 423 })
  backend.pass(14 * minute)
  await expect(signIn(username, password)).rejects.toMatchObject({ code: 'account-locked' })
  backend.pass(2 * minute)
  expect((await signIn(username, password)).account.username).toBe(username)
})

test('guesses sent all at once are not more than five either', async () => {
  const { username } = await backend.staff('window')
  const ends = await Promise.allSettled(Array.from({ length: 12 }, () => signIn(username, 'wrong-password')))
  const codes = ends.map((it) => (it as PromiseRejectedResult).reason.code)
  expect(codes.filter((code) => code === 'sign-in-failed').length).toBeLessThanOrEqual(5)
  expect(codes.filter((code) => code === 'account-locked').length).toBeGreaterThanOrEqual(7)
})

test('an unknown user name is answered like a wrong password', async () => {
  await expect(signIn('nobody-here', 'some-password')).rejects.toMatchObject({ code: 'sign-in-failed' })
})

test('a disabled account\'s sessions end at once, and it cannot sign in again until it is enabled', async () => {
  const staff = await backend.staff('window')
  const { version } = await me(staff.token)
  const off = await backend.as(admin.token)(accounts.disable, { params: { id: staff.id }, body: { expectedVersion: version } })
  expect(off.disabled).toBe(true)
  await expect(me(staff.token)).rejects.toMatchObject({ code: 'session-expired', status: 401 })
  await expect(signIn(staff.username, staff.password)).rejects.toMatchObject({ code: 'account-disabled' })
  await backend.as(admin.token)(accounts.enable, { params: { id: staff.id }, body: { expectedVersion: off.version } })
  await expect(me(staff.token)).rejects.toMatchObject({ code: 'session-expired' })
  expect((await signIn(staff.username, staff.password)).account.id).toBe(staff.id)
})

test('a new account must change its password before anything else; other sessions end with the change', async () => {
  const made = await backend.as(admin.token)(accounts.create, { params: {}, body: { username: 'New.Window', name: '5 号窗口', role: 'window', password: 'first-password' } })
  expect(made).toMatchObject({ username: 'new.window', mustChangePassword: true })
  const first = await signIn('new.window', 'first-password')
  const second = await signIn('new.window', 'first-password')
  await expect(backend.as(first.token)(complaints.staffQueue, { params: {} })).rejects.toMatchObject({ code: 'password-change-required' })
  await expect(backend.as(first.token)(accounts.changePassword, { params: {}, body: { password: 'not-it', newPassword: 'second-password' } })).rejects.toMatchObject({ code: 'sign-in-failed' })
  const fresh = await backend.as(first.token)(accounts.changePassword, { params: {}, body: { password: 'first-password', newPassword: 'second-password' } })
  expect((await backend.as(fresh.token)(complaints.staffQueue, { params: {} })).complaints).toEqual([])
  for (const { token } of [first, second]) await expect(me(token)).rejects.toMatchObject({ code: 'session-expired' })
})

test('a change of role ends the sessions and takes effect; an unknown office, a taken name and oneself are refused', async () => {
  const staff = await backend.staff('window')
  const { version } = await me(staff.token)
  const change = (id: string, body: { expectedVersion: number; name: string; role: 'office' | 'chief'; office?: string }) => backend.as(admin.token)(accounts.change, { params: { id }, body })
  await expect(change(staff.id, { expectedVersion: version, name: '甲', role: 'office', office: 'no-such' })).rejects.toMatchObject({ code: 'office-unknown' })
  await expect(change(staff.id, { expectedVersion: version, name: '甲', role: 'office' })).rejects.toMatchObject({ code: 'invalid-request' })
  const moved = await change(staff.id, { expectedVersion: version, name: '科室一', role: 'office', office: centreData.offices[0]!.id })
  expect(moved).toMatchObject({ role: 'office', office: centreData.offices[0]!.id, version: version + 1 })
  await expect(me(staff.token)).rejects.toMatchObject({ code: 'session-expired' })
  await expect(change(staff.id, { expectedVersion: version, name: '乙', role: 'chief' })).rejects.toMatchObject({ code: 'version-conflict', detail: { currentVersion: version + 1 } })
  await expect(backend.as(admin.token)(accounts.create, { params: {}, body: { username: staff.username, name: '甲', role: 'window', password: 'some-password' } })).rejects.toMatchObject({ code: 'username-taken' })
  await expect(change(admin.id, { expectedVersion: 1, name: '甲', role: 'chief' })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('no answer holds a password or its hash', async () => {
  const answer = await backend.fetch('/api/v1/staff/accounts', { headers: { authorization: `Bearer ${admin.token}` } })
  const text = await answer.text()
  expect(text).toContain('"username"')
  expect(text).not.toMatch(/scrypt|password"|epoch|failures/)
})

test('staff sessions end after a working day, a citizen\'s after 30 days', async () => {
  const staff = await backend.staff('window')
  const citizen = await backend.citizen()
  backend.pass(13 * 60 * minute)
  await expect(me(staff.token)).rejects.toMatchObject({ code: 'session-expired' })
  expect((await backend.as(citizen.token)(accounts.me, { params: { centre } })).kind).toBe('wechat')
  backend.pass(30 * 24 * 60 * minute)
  await expect(backend.as(citizen.token)(accounts.me, { params: { centre } })).rejects.toMatchObject({ code: 'session-expired' })
  admin = await backend.staff('admin')
})

test('signing out ends the session', async () => {
  const citizen = await backend.citizen('device')
  await backend.as(citizen.token)(accounts.signOut, { params: { centre } })
  await expect(backend.as(citizen.token)(accounts.me, { params: { centre } })).rejects.toMatchObject({ code: 'session-expired' })
})

test('a device key leads to the same citizen each time, also when it signs in twice at once', async () => {
  const deviceKey = newKey()
  const sign = () => backend.as()(accounts.deviceSignIn, { params: { centre }, body: { deviceKey } })
  const all = await Promise.all([sign(), sign(), sign()])
  expect(new Set(all.map((it) => it.citizen.id)).size).toBe(1)
})

test('a WeChat code works once; a wrong one is refused with a sentence', async () => {
  const login = await backend.wechat.app.request('/_phone/login', { method: 'POST', body: JSON.stringify({ openid: 'openid-once' }) })
  const { code } = await login.json() as { code: string }
  const sign = (text: string) => backend.as()(accounts.wechatSignIn, { params: { centre }, body: { code: text } })
  expect((await sign(code)).citizen.kind).toBe('wechat')
  await expect(sign(code)).rejects.toMatchObject({ code: 'wechat-code-invalid' })
})

test('a citizen gets their telephone number from WeChat for a code, once', async () => {
  const citizen = await backend.citizen()
  const given = await backend.wechat.app.request('/_phone/number', { method: 'POST', body: JSON.stringify({ number: '13800000000' }) })
  const { code } = await given.json() as { code: string }
  const ask = () => backend.as(citizen.token)(accounts.phoneNumber, { params: { centre }, body: { code } })
  expect(await ask()).toEqual({ number: '13800000000' })
  await expect(ask()).rejects.toThrow()
})

test('a citizen takes their data along, and after deletion nothing of them is left', async () => {
  const citizen = await backend.citizen()
  const window = await backend.staff('window')
  const mine = await backend.as(citizen.token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'opinion', text: '希望周末也能办', contact: '某个联系方式', name: '某人', showName: true } })
  await backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'accept', expectedVersion: 1 } })
  const copy = await eventually(async () => {
    const it = await backend.as(citizen.token)(accounts.exportMe, { params: { centre } })
    return it.messages.length > 0 ? it : undefined
  })
  expect(copy.complaints).toMatchObject([{ id: mine.id, text: '希望周末也能办', contact: '某个联系方式', name: '某人' }])
  await backend.as(citizen.token)(accounts.deleteMe, { params: { centre } })
  await expect(backend.as(citizen.token)(accounts.me, { params: { centre } })).rejects.toMatchObject({ code: 'session-expired' })
  const left = await backend.as(window.token)(complaints.staffGet, { params: { id: mine.id } })
  expect(left).toMatchObject({ text: '希望周末也能办', state: 'accepted' })
  expect(JSON.stringify(left)).not.toMatch(/某个联系方式|某人/)
  const { tables } = backend.core.config
  const rows = await Promise.all([tables.complaints, tables.messages, tables.accounts].map(dump))
  const everything = JSON.stringify(rows)
  expect(everything).not.toContain(citizen.openid)
  // The mark of what was sent keeps the random id until it expires after 30 days; nothing leads from it to a person.
  expect(everything.split(citizen.id).length - 1).toBe(1)
})

/** Everything in a table. */
async function dump(table: string): Promise<unknown> {
  return (await backend.core.dynamo.send(new ScanCommand({ TableName: table }))).Items
}
