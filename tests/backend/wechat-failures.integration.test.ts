import { routes } from '@shared/api/routes'
import { ServiceError } from '@shared/errors/service-error'
import { wechatOf } from '../../functions/lambda/services'
import { createCore } from '../../functions/platform/core'
import { RISKY_WORD } from '../../local/wechat/checks'
import type { FailureKind } from '../../local/wechat/state'
import { centre, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(90_000)

let backend: Backend

beforeAll(async () => { backend = await startBackend() })
afterAll(() => backend.stop())
afterEach(() => { backend.wechat.state.failures = [] })

const fail = (path: string, kind: FailureKind, times = Infinity, ms = 6000) => backend.wechat.state.failures.push({ path, kind, times, ms })
const process = () => wechatOf(createCore(backend.core.config, { now: backend.core.now, log: backend.core.log }))
const body = (text: string) => ({ kind: 'pain' as const, text, where: {}, photos: [], clientKey: newKey() })
const submit = async (token: string, text: string, key = newKey()) => backend.as(token)(routes.complaints.submit, { params: { centre }, body: { ...body(text), clientKey: key } })

test.each<[FailureKind]>([['5xx'], ['busy'], ['expired-token'], ['wrong-shape'], ['not-json'], ['slow']])('a complaint is taken while WeChat\'s check fails (%s); it waits for a person and is not public', async (kind) => {
  const { token } = await backend.citizen()
  fail('/wxa/msg_sec_check', kind)
  const taken = await submit(token, `窗口排队两个小时（${kind}）`)
  expect(taken.receipt).toMatch(/^ZC-/)
  backend.wechat.state.failures = []
  const mine = await backend.as(token)(routes.complaints.get, { params: { centre, id: taken.id } })
  expect(mine.text).toContain('窗口排队两个小时')
  const chief = backend.as((await backend.staff('chief')).token)
  const seen = await chief(routes.complaints.staffGet, { params: { id: taken.id } })
  expect(seen.textReview).toBe(true)
  const { answers } = await backend.as()(routes.complaints.published, { params: { centre }, query: {} })
  expect(answers.some(({ id }) => id === taken.id)).toBe(false)
  expect(backend.logLines.some((line) => line.includes('TEXT_CHECK_FAILED') && line.includes('WechatError'))).toBe(true)
})

test('a text that WeChat calls risky is refused in words, nothing is stored, and the same form may be sent once it is changed', async () => {
  const { token } = await backend.citizen()
  const key = newKey()
  await expect(submit(token, `这里是${RISKY_WORD}的话`, key)).rejects.toMatchObject({ code: 'text-risky' } satisfies Partial<ServiceError>)
  expect((await backend.as(token)(routes.complaints.mine, { params: { centre }, query: {} })).complaints).toEqual([])
  expect((await submit(token, '改过的话', key)).receipt).toMatch(/^ZC-/)
})

test('a token that WeChat no longer takes is fetched once, not again and again', async () => {
  const { openid } = await backend.citizen()
  const wechat = process()
  await wechat.checkText(openid!, '先取令牌')
  fail('/wxa/', 'expired-token', 1)
  expect(await wechat.checkText(openid!, '令牌过期一次')).toBe('pass')
  fail('/wxa/', 'expired-token')
  const before = backend.logLines.filter((line) => line.includes('WECHAT_TOKEN')).length
  await expect(wechat.checkText(openid!, '令牌总是过期')).rejects.toMatchObject({ errcode: 42001 })
  expect(backend.logLines.filter((line) => line.includes('WECHAT_TOKEN')).length - before).toBeLessThanOrEqual(1)
})

test('while WeChat gives no token a citizen is served all the same', async () => {
  const { token } = await backend.citizen()
  backend.wechat.state.tokens.splice(0)
  // The Lambda remembers the token that has been taken back, and gets no other.
  fail('/cgi-bin/stable_token', '5xx')
  expect((await submit(token, '厕所没有纸')).receipt).toMatch(/^ZC-/)
})

test('sign-in while WeChat is busy says that it may be tried again, not that the citizen did something wrong', async () => {
  fail('/sns/jscode2session', 'busy', 1)
  await expect(backend.as()(routes.accounts.wechatSignIn, { params: { centre }, body: { code: 'a-code-of-the-phone' } })).rejects.toMatchObject({ code: 'wechat-busy' })
})

test('a message that WeChat does not take is in the inbox at once, and is sent once when WeChat works again', async () => {
  const { token, openid } = await backend.citizen()
  await backend.wechat.app.request('/_phone/allow', { method: 'POST', body: JSON.stringify({ openid, template_id: backend.core.config.wechat.progressTemplate }) })
  fail('/cgi-bin/message/subscribe/send', 'not-json')
  const taken = await submit(token, '灯坏了')
  const chief = backend.as((await backend.staff('chief')).token)
  await chief(routes.complaints.act, { params: { id: taken.id }, body: { action: 'accept', expectedVersion: taken.version } as never })
  await chief(routes.complaints.act, { params: { id: taken.id }, body: { action: 'answer', expectedVersion: taken.version + 1, text: '已换灯' } })
  const message = await eventually(async () => (await backend.as(token)(routes.messages.list, { params: { centre }, query: {} })).messages.find(({ complaint, title }) => complaint === taken.id && title.includes('已答复')))
  expect(message.title).toContain(taken.receipt)
  const sent = () => backend.wechat.state.sent.filter(({ touser }) => touser === openid)
  await eventually(async () => (backend.logLines.some((line) => line.includes('WECHAT_ERROR') && line.includes(taken.id)) ? true : undefined))
  expect(sent()).toEqual([])
  expect(backend.logLines.filter((line) => line.includes('STREAM_FAILED'))).toEqual([])
  backend.wechat.state.failures = []
  for (let i = 0; i < 3; i++) {
    backend.pass(6 * 60_000)
    await backend.clock()
  }
  expect(sent()).toHaveLength(1)
})

test('a telephone number is taken for this mini-program only', async () => {
  const { code } = await (await backend.wechat.app.request('/_phone/number', { method: 'POST', body: JSON.stringify({ number: '13800000000' }) })).json() as { code: string }
  expect(await process().phoneOf(code)).toBe('13800000000')
  await expect(process().phoneOf(code)).rejects.toMatchObject({ errcode: 40029 })
})

test('a citizen\'s number comes by WeChat\'s button and is stored nowhere; the answer to the privacy guide is stored, exported and deleted', async () => {
  const { token, id } = await backend.citizen()
  const mine = backend.as(token)
  const { code } = await (await backend.wechat.app.request('/_phone/number', { method: 'POST', body: JSON.stringify({ number: '13811112222' }) })).json() as { code: string }
  expect(await mine(routes.accounts.phoneNumber, { params: { centre }, body: { code } })).toEqual({ number: '13811112222' })
  await expect(mine(routes.accounts.phoneNumber, { params: { centre }, body: { code } })).rejects.toMatchObject({ code: 'invalid-request' })
  await mine(routes.accounts.consent, { params: { centre }, body: { version: '2026-11-23', agreed: false } })
  await mine(routes.accounts.consent, { params: { centre }, body: { version: '2026-11-23', agreed: true } })
  const copy = await mine(routes.accounts.exportMe, { params: { centre } })
  expect(copy.consents.map(({ version, agreed }) => [version, agreed])).toEqual([['2026-11-23', false], ['2026-11-23', true]])
  expect(JSON.stringify(copy)).not.toContain('13811112222')
  await mine(routes.accounts.deleteMe, { params: { centre } })
  expect(await backend.services.accounts.citizens.consents(centre, id)).toEqual([])
})
