import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { parseStringPromise } from 'xml2js'
import { basePath } from '@shared/api/route'
import { routes } from '@shared/api/routes'
import { wechatApp } from '../../functions/lambda/apps/wechat'
import { createCatalogueImport } from '../../functions/lambda/import-service'
import { createItemServices } from '../../functions/lambda/item-services'
import { createReplies } from '../../functions/lambda/reply-service'
import type { Config } from '../../functions/platform/config'
import { createTalks } from '../../functions/wechat/talk'
import { apiGateway } from '../../local/api-gateway'
import { localWeChat } from '../../local/environment'
import { readReplies } from '../../local/first-replies'
import { centre, centreData, startBackend, type Backend } from './backend'
import { fuzzer, type FuzzedRequest } from './callback-fuzz'
import { heldCore } from './held-core'
import { personDoes, personSays, signedQuery } from './wechat-message'

const WXBizMsgCrypt = require('wechat-crypto') as new (token: string, key: string, id: string) => { decrypt(text: string): { message: string; id: string } }

jest.setTimeout(120_000)

const root = join(__dirname, '../..')
const { callbackToken: token, account, appid } = localWeChat
const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFA'
const by = { centre, name: '管理员' }
let backend: Backend

beforeAll(async () => {
  backend = await startBackend()
  const imports = createCatalogueImport(backend.core, { get: async () => centreData })
  const source = { format: 'csv', bytes: readFileSync(join(root, 'data/catalogue.csv')), withdrawMissing: false, sample: true } as const
  await imports.commit(by, source, (await imports.preview(by, source)).digest)
  await createItemServices(backend.core).snapshots.build(centre)
  await createReplies(backend.core).begin(by, readReplies(root))
})
afterAll(() => backend.stop())

type App = ReturnType<typeof apiGateway>

/** The wechat Lambda in a process of its own, held to its grants, with other settings of the account. */
const processWith = (callback: Partial<Config['wechat']['callback']> = {}): App => {
  const { config, now, log } = backend.core
  return apiGateway([wechatApp(heldCore('wechat', { ...config, wechat: { ...config.wechat, callback: { ...config.wechat.callback, ...callback } } }, { now, log }))])
}
const send = (app: App, { method, query, body }: FuzzedRequest): Promise<Response> =>
  Promise.resolve(app.request(`${basePath}/wechat/${centre}?${new URLSearchParams(query)}`, { method, ...(method === 'POST' ? { body: new Uint8Array(body) } : {}) }))
const fields = async (xml: string) => ((await parseStringPromise(xml, { explicitArray: false })) as { xml: Record<string, string> }).xml
const say = async (app: App, message: string): Promise<string> => {
  const answer = await send(app, { method: 'POST', query: signedQuery(token, backend.core.now()), body: Buffer.from(message) })
  expect(answer.status).toBe(200)
  const text = await answer.text()
  return text === 'success' ? text : (await fields(text)).Content ?? ''
}
const ask = (content: string, more: { from?: string; id?: string; kind?: 'text' | 'voice' } = {}) => say(processWith(), personSays({ content, to: account, ...more }))

test('a question with one sure item gives the answer itself, by voice alike', async () => {
  const written = await ask('营业执照丢了')
  for (const said of ['营业执照遗失补领', '地点：', '时间：周一至周五', '要带：', '看完整指南']) expect(written).toContain(said)
  expect(await ask('营业执照丢了', { kind: 'voice' })).toBe(written)
})

test('更多 and numbers go on from what was shown, in whichever process they arrive, for ten minutes', async () => {
  const from = 'openid-who-reads-on'
  const first = await ask('社保', { from })
  expect(first).toContain('回复“更多”')
  expect(first).toMatch(/（1F 社保，/)
  const name = /1\. <a [^>]*>([^<]+)</.exec(first)?.[1] ?? ''
  expect(await ask('1', { from })).toContain(name.replace('…', ''))
  const second = await ask('更多', { from })
  expect(second).toContain('“社保”接着看')
  expect(second).not.toContain(`>${name}<`)
  expect(await ask('更多', { from: 'openid-who-asked-nothing' })).toContain('再发一件要办的事')
  backend.pass(11 * 60_000)
  expect(await ask('更多', { from })).toContain('再发一件要办的事')
})

test('a message that comes again, to whichever process and however late among others, is known; a new one never is', async () => {
  const talks = createTalks(backend.core.dynamo, backend.core.config.tables.caches, backend.core.now)
  const from = 'openid-whose-messages-come-again'
  const shown = { question: '社保', ids: ['a'], from: 0, next: 1 }
  const at = (message: string, it?: typeof shown) => talks.answered(centre, from, message, it)
  expect((await Promise.all(Array.from({ length: 20 }, () => at('one', shown)))).filter(Boolean)).toEqual([true])
  expect(await Promise.all([at('two'), at('three'), at('four'), at('five')])).toEqual([true, true, true, true])
  for (const message of ['one', 'two', 'three', 'four', 'five']) expect(await at(message, { ...shown, question: '别的' })).toBe(false)
  const last = await talks.last(centre, from)
  expect(last).toMatchObject(shown)
  expect([last?.answers('one'), last?.answers('two')]).toEqual([true, false])
})

test.each([['电话', centreData.telephones.desk], ['上班时间', '周一至周五'], ['地址', centreData.address], ['投诉', 'data-miniprogram-path="pages/complain/index"']])('%s has the centre\'s own answer', async (word, said) => {
  expect(await ask(word)).toContain(said)
})

test('a new follower is greeted with how to ask', async () => {
  expect(await say(processWith(), personDoes('subscribe', account))).toContain(`欢迎关注${centreData.name}`)
})

test('what staff write is what citizens read; it is kept with who changed it, and can be undone', async () => {
  const chief = backend.as((await backend.staff('chief')).token)
  const { number, replies } = await chief(routes.replies.list, {})
  const changed = replies.map((it) => (it.keywords.includes('电话') ? { ...it, text: '新电话 {电话}' } : it))
  const version = await chief(routes.replies.put, { body: { expectedNumber: number, replies: changed, note: '换了说法' } })
  expect(version).toMatchObject({ number: number + 1, note: '换了说法', changed: ['电话'] })
  expect(await ask('电话')).toContain('新电话')
  await expect(chief(routes.replies.put, { body: { expectedNumber: number, replies, note: '' } })).rejects.toMatchObject({ code: 'version-conflict', detail: { currentVersion: number + 1 } })
  await chief(routes.replies.undo, { params: { number: String(number + 1) }, body: { expectedNumber: number + 1 } })
  expect(await ask('电话')).not.toContain('新电话')
  expect((await chief(routes.replies.history, {})).versions.map((it) => it.number)).toEqual([number + 2, number + 1, number])
  const atWindow = backend.as((await backend.staff('window')).token)
  await expect(atWindow(routes.replies.put, { body: { expectedNumber: number + 2, replies, note: '' } })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('nothing in the tables or the log names the person who asked', async () => {
  const from = 'openid-nobody-may-find'
  await ask('结婚登记', { from })
  const { Items = [] } = await backend.core.dynamo.send(new ScanCommand({ TableName: backend.core.config.tables.caches }))
  expect(JSON.stringify(Items)).not.toContain(from)
  expect(backend.logLines.join('\n')).not.toContain(from)
})

describe('whatever arrives', () => {
  /** A legal answer: a text for somebody, within the limit. */
  async function expectLegal(xml: string): Promise<void> {
    const { ToUserName, FromUserName, CreateTime, MsgType, Content = '' } = await fields(xml)
    expect({ MsgType, to: Boolean(ToUserName), from: Boolean(FromUserName), at: /^\d{10}$/.test(CreateTime ?? '') }).toEqual({ MsgType: 'text', to: true, from: true, at: true })
    expect(Content.length).toBeGreaterThan(0)
    expect(Buffer.byteLength(Content)).toBeLessThanOrEqual(2048)
  }

  test.each([['in plain mode', undefined], ['in safe mode', key]])('5,000 damaged callbacks %s: success, a legal answer, or 403 with nothing in it', async (_, safeKey) => {
    const app = processWith({ aesKeys: safeKey ? [safeKey] : [], appids: [appid] })
    const next = fuzzer(20261123, { token, account, appid, now: backend.core.now(), ...(safeKey ? { key: safeKey } : {}) })
    const peer = safeKey ? new WXBizMsgCrypt(token, safeKey, appid) : undefined
    const seen = { refused: 0, success: 0, answered: 0, echoed: 0 }
    const one = async (request: FuzzedRequest): Promise<keyof typeof seen> => {
      const answer = await send(app, request)
      const body = await answer.text()
      if (answer.status === 403) {
        expect(body).toBe('')
        return 'refused'
      }
      expect(answer.status).toBe(200)
      if (body === 'success') return 'success'
      if (request.method === 'GET') {
        expect(body).toBe(request.query.echostr ?? '')
        return 'echoed'
      }
      await expectLegal(peer ? peer.decrypt((await fields(body)).Encrypt ?? '').message : body)
      return 'answered'
    }
    for (let i = 0; i < 5000; i += 20) for (const kind of await Promise.all(Array.from({ length: 20 }, () => one(next())))) seen[kind] += 1
    // Otherwise the damage would be too great to say anything about what lies deeper.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
    expect(backend.logLines.filter((line) => line.includes('CALLBACK_FAILED'))).toEqual([])
  })
})

test('a process that has just started answers from a snapshot in several parts, as an older program or a very large catalogue leaves it', async () => {
  const { dynamo, config } = backend.core
  await dynamo.send(new DeleteCommand({ TableName: config.tables.items, Key: { pk: `${centre}#snapshot`, sk: 'current' } }))
  expect(await ask('营业执照丢了')).toContain('营业执照遗失补领')
})
