import { wechatOf } from '../../functions/lambda/services'
import { createCore } from '../../functions/platform/core'
import { startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

let backend: Backend

beforeAll(async () => { backend = await startBackend() })
afterAll(() => backend.stop())

/** A Lambda's process of its own: it remembers nothing of the others. */
const process = () => wechatOf(createCore(backend.core.config, { now: backend.core.now, log: backend.core.log }))

const fetched = () => backend.logLines.filter((line) => line.includes('WECHAT_TOKEN')).length

test('many Lambdas share one access token', async () => {
  const { openid } = await backend.citizen()
  await process().checkText(openid!, '第一次检查')
  const before = fetched()
  await Promise.all(Array.from({ length: 5 }, () => process().checkText(openid!, '同时检查')))
  expect(fetched()).toBe(before)
})

test('a token is renewed before it ends', async () => {
  const { openid } = await backend.citizen()
  const before = fetched()
  backend.pass(116 * 60_000)
  expect(await process().checkText(openid!, '快到期了')).toBe('pass')
  expect(fetched()).toBe(before + 1)
})

test('when WeChat no longer takes a token, another is fetched once and the call is made again', async () => {
  const { openid } = await backend.citizen()
  const wechat = process()
  await wechat.checkText(openid!, '令牌有效')
  backend.wechat.state.tokens.splice(0)
  expect(await wechat.checkText(openid!, '令牌被收回')).toBe('pass')
})

test('a text over WeChat\'s limit is cut for the check, not refused', async () => {
  const { openid } = await backend.citizen()
  expect(await process().checkText(openid!, '字'.repeat(4000))).toBe('pass')
})

test('silence, a wrong secret and a page in place of JSON are all errors with a number', async () => {
  const core = createCore({ ...backend.core.config, wechat: { ...backend.core.config.wechat, url: 'http://127.0.0.1:9' } }, { now: backend.core.now, log: backend.core.log })
  await expect(wechatOf(core).openidOf('code')).rejects.toMatchObject({ name: 'WechatError', errcode: 0 })
  const wrong = createCore({ ...backend.core.config, wechat: { ...backend.core.config.wechat, secret: 'wrong' } }, { log: backend.core.log })
  await expect(wechatOf(wrong).openidOf('code')).rejects.toMatchObject({ errcode: 40125 })
  const page = createCore(backend.core.config, { log: backend.core.log, send: async () => new Response('<html>') })
  await expect(wechatOf(page).openidOf('code')).rejects.toMatchObject({ errcode: 0 })
})
