import { RISKY_WORD } from './checks'
import { fakeWeChat, type FakeWeChat } from './server'
import { issueCode } from './state'

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

test('a mini-program code takes no percent sign and no leading slash', async () => {
  const path = `/wxa/getwxacodeunlimit?access_token=${await token()}`
  expect((await post(path, { scene: 'a%20b', page: 'pages/item/index' })).errcode).toBe(40169)
  expect((await post(path, { scene: 'a', page: '/pages/item/index' })).errcode).toBe(41030)
  expect((await wechat.app.request(path, { method: 'POST', body: JSON.stringify({ scene: 'i=1', page: 'pages/item/index' }) })).headers.get('content-type')).toBe('image/png')
})
