import Taro from '@tarojs/taro'
import { routes } from '@shared/api/routes'
import { call } from './request'
import { keepStaffSession, staffSession } from './staff-session'

const params = { centre: '370214' }
const session = (token: string) => ({ statusCode: 201, data: JSON.stringify({ token, expiresAt: '2026-12-23T01:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }) })
const refused = { statusCode: 401, data: JSON.stringify({ error: { code: 'session-expired', message: '登录已失效' } }) }
const messages = { statusCode: 200, data: JSON.stringify({ messages: [], unread: 0 }) }

/** Answers requests in turn by their path; tells what was sent. */
function server(answer: (path: string, token: string | undefined) => { statusCode: number; data: unknown } | 'lost') {
  const sent: string[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, method, header }: { url: string; method: string; header: Record<string, string> }) => {
    const token = header.Authorization?.replace('Bearer ', '')
    sent.push(`${method} ${url.replace('/api/v1/centres/370214', '')} ${token ?? ''}`.trim())
    const it = answer(url, token)
    return it === 'lost' ? Promise.reject({ errMsg: 'request:fail' }) : it
  }) as never)
  return sent
}

/** Lets the pauses between tries go by. */
const afterPauses = async (expectation: Promise<void>) => {
  await jest.advanceTimersByTimeAsync(10_000)
  await expectation
}

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-23T01:00:00.000Z') }))
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
  Taro.clearStorageSync()
})

test('a citizen is signed in without asking, once for requests that start together', async () => {
  const sent = server((url) => (url.includes('sessions') ? session('t1') : messages))
  await Promise.all([call(routes.messages.list, { params }), call(routes.messages.list, { params })])
  expect(sent).toEqual(['POST /sessions/device', 'GET /messages t1', 'GET /messages t1'])
})

test('a session that the server no longer knows is renewed silently and the request said once more', async () => {
  let made = 0
  const sent = server((url, token) => (url.includes('sessions') ? session(`t${++made}`) : token === 't1' ? refused : messages))
  await expect(call(routes.messages.list, { params })).resolves.toEqual({ messages: [], unread: 0 })
  expect(sent).toEqual(['POST /sessions/device', 'GET /messages t1', 'POST /sessions/device', 'GET /messages t2'])
})

test('public routes are asked without any session', async () => {
  const sent = server(() => ({ statusCode: 200, data: JSON.stringify({ questions: [], since: '2026-11-01' }) }))
  await call(routes.search.popular, { params })
  expect(sent).toEqual(['GET /search/popular'])
})

test('a GET that gets lost is tried again; something that writes is not', async () => {
  const lost = server(() => 'lost')
  await afterPauses(expect(call(routes.search.popular, { params })).rejects.toMatchObject({ code: 'unavailable' }))
  expect(lost).toHaveLength(3)
  const writing = server(() => 'lost')
  await expect(call(routes.search.sought, { params, body: { question: 'q', sought: 's' } })).rejects.toMatchObject({ code: 'unavailable' })
  expect(writing).toHaveLength(1)
})

test('without a network the sentence says so', async () => {
  server(() => 'lost')
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true })
  await afterPauses(expect(call(routes.search.popular, { params })).rejects.toMatchObject({ message: expect.stringContaining('没有网络') }))
  Object.defineProperty(globalThis, 'navigator', navigator ?? { value: undefined, configurable: true })
})

test('an error keeps the registry\'s sentence and the fields it is about', async () => {
  server(() => ({ statusCode: 400, data: JSON.stringify({ error: { code: 'invalid-request', message: 'x', fields: { sought: '请填写' } } }) }))
  await expect(call(routes.search.sought, { params, body: { question: '', sought: '' } })).rejects.toMatchObject({ code: 'invalid-request', detail: { fields: { sought: '请填写' } } })
})

test('a page of a proxy in place of our answer becomes a clear error, not a crash', async () => {
  server(() => ({ statusCode: 502, data: '<html>Bad Gateway</html>' }))
  await afterPauses(expect(call(routes.search.popular, { params })).rejects.toMatchObject({ code: 'unavailable' }))
})

test('an error in place of bytes is read all the same', async () => {
  const bytes = new Uint8Array(Buffer.from(JSON.stringify({ error: { code: 'snapshot-missing', message: '更新中' } }))).buffer
  server(() => ({ statusCode: 404, data: bytes }))
  await expect(call(routes.search.snapshotBytes, { params: { ...params, version: '7' } })).rejects.toMatchObject({ code: 'snapshot-missing' })
})

test('a staff session that the server has ended is forgotten, so that the page asks to sign in', async () => {
  server(() => refused)
  keepStaffSession({
    token: 's', expiresAt: '2026-11-24T01:00:00.000Z',
    account: { id: 'a'.repeat(20), centre: '370214', username: 'window1', name: '1 号窗口', role: 'window', disabled: false, mustChangePassword: false, createdAt: '2026-11-01T00:00:00.000Z', version: 1 },
  })
  expect(staffSession()?.token).toBe('s')
  await expect(call(routes.accounts.staffMe, {})).rejects.toMatchObject({ code: 'session-expired' })
  expect(staffSession()).toBeUndefined()
})
