import { RISKY_WORD } from './checks'
import { fakeWeChat, type FakeWeChat } from './server'
import { issueCode } from './state'

// Making a code's picture is work for the processor: a busy machine takes its time.
jest.setTimeout(60_000)

const APP = { appid: 'wx-test', secret: 'test-secret' }
let time: number
let wechat: FakeWeChat
const now = () => time

beforeEach(() => {
  time = Date.parse('2026-11-23T01:00:00Z')
  wechat = fakeWeChat({ ...APP, now })
})

const post = async (path: string, body: object) => (await wechat.app.request(path, { method: 'POST', body: JSON.stringify(body) })).json()
const login = async (code: string) => JSON.parse(await (await wechat.app.request(`/sns/jscode2session?appid=${APP.appid}&secret=${APP.secret}&js_code=${code}&grant_type=authorization_code`)).text())
const token = async (force = false) => (await post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...APP, force_refresh: force })).access_token as string

test('a login code works once and for five minutes', async () => {
  const code = issueCode(wechat.state, 'citizen', now())
  expect((await login(code)).openid).toBe('citizen')
  expect((await login(code)).errcode).toBe(40029)
  const late = issueCode(wechat.state, 'citizen', now())
  time += 5 * 60_000 + 1
  expect((await login(late)).errcode).toBe(40029)
})

test('the stable token stays the same until it is forced, and forcing is limited', async () => {
  const first = await token()
  expect(await token()).toBe(first)
  const second = await token(true)
  expect(second).not.toBe(first)
  expect((await post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...APP, force_refresh: true })).errcode).toBe(45011)
})

test('after a change the old token is good for five more minutes', async () => {
  issueCode(wechat.state, 'citizen', now())
  wechat.state.seen.set('citizen', now())
  const old = await token()
  await token(true)
  const check = () => post(`/wxa/msg_sec_check?access_token=${old}`, { content: '好', version: 2, scene: 1, openid: 'citizen' })
  expect((await check()).errcode).toBe(0)
  time += 5 * 60_000 + 1
  expect((await check()).errcode).toBe(42001)
})

test.each([
  ['2,501 characters', { content: '字'.repeat(2501), version: 2, scene: 1, openid: 'citizen' }, 45002],
  ['an unknown citizen', { content: '好', version: 2, scene: 1, openid: 'nobody' }, 40003],
  ['the old version', { content: '好', version: 1, scene: 1, openid: 'citizen' }, 47001],
])('a text check of %s is refused', async (_, body, errcode) => {
  wechat.state.seen.set('citizen', now())
  expect((await post(`/wxa/msg_sec_check?access_token=${await token()}`, body)).errcode).toBe(errcode)
})

test('a text check needs a citizen who was seen in the last two hours', async () => {
  wechat.state.seen.set('citizen', now() - 2 * 3_600_000 - 1)
  expect((await post(`/wxa/msg_sec_check?access_token=${await token()}`, { content: '好', version: 2, scene: 1, openid: 'citizen' })).errcode).toBe(61010)
})

test('a forbidden text is risky', async () => {
  wechat.state.seen.set('citizen', now())
  const answer = await post(`/wxa/msg_sec_check?access_token=${await token()}`, { content: RISKY_WORD, version: 2, scene: 1, openid: 'citizen' })
  expect(answer.result.suggest).toBe('risky')
})

test('one grant is one message, and an overlong field is refused', async () => {
  wechat.state.seen.set('citizen', now())
  await post('/_phone/allow', { openid: 'citizen', template_id: 'T' })
  const path = `/cgi-bin/message/subscribe/send?access_token=${await token()}`
  const message = (value: string) => ({ touser: 'citizen', template_id: 'T', data: { thing1: { value } } })
  expect((await post(path, message('字'.repeat(21)))).errcode).toBe(47003)
  expect((await post(path, message('字'.repeat(20)))).errcode).toBe(0)
  expect((await post(path, message('再来')).then((a) => a.errcode))).toBe(43101)
})

test('a mini-program code takes no percent sign, no leading slash, no width out of bounds, and at most 5,000 are made in a minute', async () => {
  const path = `/wxa/getwxacodeunlimit?access_token=${await token()}`
  expect((await post(path, { scene: 'a%20b', page: 'pages/item/index' })).errcode).toBe(40169)
  expect((await post(path, { scene: 'a'.repeat(33), page: 'pages/item/index' })).errcode).toBe(40169)
  expect((await post(path, { scene: 'a', page: '/pages/item/index' })).errcode).toBe(41030)
  expect((await post(path, { scene: 'a', page: 'pages/item/index?id=1' })).errcode).toBe(41030)
  expect((await post(path, { scene: 'a', page: 'pages/item/index', width: 279 })).errcode).toBe(40097)
  const picture = await wechat.app.request(path, { method: 'POST', body: JSON.stringify({ scene: 'i1', page: 'pages/open/index', width: 280 }) })
  expect(picture.headers.get('content-type')).toBe('image/png')
  // Width and height stand behind the name of the first chunk (PNG, 11.2.2).
  const bytes = Buffer.from(await picture.arrayBuffer())
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([280, 280])
  wechat.state.codesMade = Array.from({ length: 5000 }, () => now())
  expect((await post(path, { scene: 'i1', page: 'pages/open/index' })).errcode).toBe(45009)
  time += 60_001
  expect((await wechat.app.request(path, { method: 'POST', body: JSON.stringify({ scene: 'i1', page: 'pages/open/index' }) })).headers.get('content-type')).toBe('image/png')
})

test('a telephone number is given once for a code, for five minutes, with the mini-program that asked', async () => {
  const { code } = await post('/_phone/number', { number: '13800000000' })
  const path = `/wxa/business/getuserphonenumber?access_token=${await token()}`
  expect((await post(path, { code })).phone_info).toMatchObject({ purePhoneNumber: '13800000000', watermark: { appid: APP.appid } })
  expect((await post(path, { code })).errcode).toBe(40029)
})

test.each([
  ['busy', async (answer: Response) => expect((await answer.json()).errcode).toBe(-1)],
  ['expired-token', async (answer: Response) => expect((await answer.json()).errcode).toBe(42001)],
  ['5xx', async (answer: Response) => expect(answer.status).toBe(502)],
  ['wrong-shape', async (answer: Response) => expect(await answer.json()).toMatchObject({ errcode: 0, result: 'pass' })],
  ['not-json', async (answer: Response) => expect(await answer.text()).toContain('<html>')],
] as const)('it fails as it is told to, as often as it is told, and only where: %s', async (kind, check) => {
  const body = { grant_type: 'client_credential', ...APP }
  await post('/_fail', { path: '/wxa/', kind, times: 1 })
  expect(await post('/cgi-bin/stable_token', body)).toHaveProperty('access_token')
  const ask = () => wechat.app.request('/wxa/msg_sec_check', { method: 'POST', body: '{}' })
  await check(await ask())
  expect((await (await ask()).json()).errcode).toBe(40001)
  expect((await wechat.app.request('/_fail', { method: 'POST', body: JSON.stringify({ path: '/x', kind: 'none' }) })).status).toBe(400)
})
