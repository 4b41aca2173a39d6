import { randomBytes } from 'node:crypto'
import { parseStringPromise } from 'xml2js'
import type { Centre } from '@shared/centre/centre'
import { ServiceError } from '@shared/errors/service-error'
import type { Reply } from '@shared/replies/reply'
import { compileSnapshot, openSnapshot, search } from '@shared/search'
import { createLog } from '../platform/log'
import { createCallback, type CallbackKeys } from './callback'
import { decrypt, encrypt, signatureOf } from './crypto'
import { createConversation } from './service'
import type { Shown } from './talk'

const CoWechat = require('co-wechat') as new (config: object) => { middleware(handle: (message: Record<string, string>) => Promise<string>): (ctx: Record<string, unknown>) => Promise<void> }

const token = 'AAAAA'
const appid = 'wx0123456789abcdef'
const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFA'
const formerKey = 'ABCDEFabcdefghijklmnopqrstuvwxyz0123456789A'
const targets = { miniprogramAppid: 'wxmini', webUrl: 'https://example.invalid/' }
const centre = { id: '370214', name: '城阳区市民中心', areas: [{ id: 'social-insurance', name: '社保' }], telephones: { desk: '0532-00000000' }, hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', what: '工作时间', outsideWorkingTime: false }] } as unknown as Centre
const items = Array.from({ length: 30 }, (_, i) => ({ id: `S${i}`, name: `社会保障卡业务办理第${i}种情形（含补领、换领、挂失与解挂）`, display: { floor: '1F', area: 'social-insurance', takes: '当场办' } }))
const snapshot = openSnapshot(compileSnapshot({ items: [...items, { id: 'evil', name: '特殊<a href="x">]]>事项' }] }))

const evil = { id: 'evil', name: '特殊<a href="x">]]>事项', area: 'social-insurance', floor: '1F', materials: ['身份证'], committedLimit: 3 }

interface Setup { count?: () => Promise<void>; keys?: Partial<CallbackKeys>; replies?: readonly Reply[]; search?: (centre: string, question: string) => Promise<ReturnType<typeof search>> }

function setup({ count = async () => {}, keys = {}, replies = [], search: find }: Setup = {}) {
  const seen = new Set<string>()
  const signatures = new Map<string, string>()
  const talks = new Map<string, { shown: Shown; message: string }>()
  const counted: unknown[] = []
  const verdicts: unknown[] = []
  const lines: string[] = []
  const log = createLog((line) => lines.push(line))
  const conversation = createConversation({
    centre: async () => centre, search: find ?? (async (_, question, options) => search(snapshot, question, options)), targets,
    item: async (_, id) => { if (id !== 'evil') throw new ServiceError('not-found'); return evil as never },
    replies: async () => replies,
    talks: {
      last: async (_, openid) => { const it = talks.get(openid); return it && { ...it.shown, answers: (message) => message === it.message } },
      answered: async (_, openid, message, shown) => {
        if (seen.has(message)) return false
        seen.add(message)
        if (shown) talks.set(openid, { shown, message })
        return true
      },
    },
    count: async (_, events) => { counted.push(...events); await count() },
    verdict: async (...verdict) => { verdicts.push(verdict) },
    log,
  })
  const unspent = async (_: string, signature: string, message: string) => (signatures.get(signature) ?? message) === message && Boolean(signatures.set(signature, message))
  return { counted, verdicts, lines, callback: createCallback({ keys: { token, aesKeys: [], appids: [appid], accounts: ['gh_1'], ...keys }, conversation, unspent, now: () => 1_714_037_059_000, random: randomBytes, log }) }
}
const signedQuery = (more: Record<string, string> = {}) => ({ timestamp: '1714037059', nonce: '486452656', signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78', ...more })
const textMessage = (content: string, id = '1') => `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[citizen]]></FromUserName><CreateTime>1714037059</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${content}]]></Content><MsgId>${id}</MsgId></xml>`
let nonces = 0
/** A query of its own, signed now, as each message has one. */
const newQuery = (more: Record<string, string> = {}) => { const nonce = String(++nonces); return { timestamp: '1714037059', nonce, signature: signatureOf(token, '1714037059', nonce), ...more } }
const post = (body: string, query: Record<string, string> = newQuery()) => ({ method: 'POST' as const, query, body })
const sealed = (message: string, withKey = key, from = appid) => {
  const encrypted = encrypt(withKey, message, from, randomBytes)
  const query = newQuery({ encrypt_type: 'aes' })
  return post(`<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`, { ...query, msg_signature: signatureOf(token, query.timestamp, query.nonce, encrypted) })
}
const fields = async (xml: string) => ((await parseStringPromise(xml, { explicitArray: false })) as { xml: Record<string, string> }).xml

test('WeChat\'s check of the address is answered with its own text, a stranger\'s is refused', async () => {
  const { callback, lines } = setup()
  expect(await callback('370214', { method: 'GET', query: signedQuery({ echostr: 'echo-1' }), body: '' })).toEqual({ status: 200, type: 'text/plain', body: 'echo-1' })
  expect((await callback('370214', { method: 'GET', query: { ...signedQuery({ echostr: 'x' }), nonce: '1' }, body: '' })).status).toBe(403)
  expect((await setup({ keys: { token: '' } }).callback('370214', { method: 'GET', query: { echostr: 'x', signature: signatureOf('') }, body: '' })).status).toBe(403)
  expect(lines.join()).toContain('CALLBACK_REFUSED')
})

test('a question is answered with one text of links to the mini-program that WeChat can read', async () => {
  const answer = await fields((await setup().callback('370214', post(textMessage('社保卡丢了')))).body)
  expect(answer).toMatchObject({ ToUserName: 'citizen', FromUserName: 'gh_1', MsgType: 'text' })
  const links = [...(answer.Content ?? '').matchAll(/<a href="([^"]+)" data-miniprogram-appid="wxmini" data-miniprogram-path="([^"]+)">([^<]+)<\/a>/g)]
  expect(links.filter(([, , page]) => page?.startsWith('pages/item/index?'))).toHaveLength(5)
  expect(links[0]?.[2]).toMatch(/^pages\/item\/index\?id=S\d+$/)
  expect(links[0]?.[1]).toBe(`https://example.invalid/#/${links[0]?.[2]}`)
  expect(answer.Content).toContain('（1F 社保，当场办）')
  expect(Buffer.byteLength(answer.Content ?? '')).toBeLessThanOrEqual(2048)
})

test('a name with marks of its own cannot break the answer', async () => {
  const { Content } = await fields((await setup().callback('370214', post(textMessage('特殊事项')))).body)
  expect(Content).toContain('特殊＜a href=＂x＂＞]]＞事项')
})

test('text that would end the CDATA arrives whole', async () => {
  const { Content } = await fields((await setup().callback('370214', post(textMessage('vv]]]]><![CDATA[>vv')))).body)
  expect(Content).toContain('没有找到')
  expect(Content).toContain('vv]]＞vv')
})

test('nothing found is no dead end: desk, telephone and 找茬', async () => {
  const { Content } = await fields((await setup().callback('370214', post(textMessage('zzzzqqqq')))).body)
  expect(Content).toContain('0532-00000000')
  expect(Content).toContain('data-miniprogram-path="pages/complain/index">找茬</a>')
  const nothing = await fields((await setup().callback('370214', post(textMessage('????')))).body)
  expect(nothing.Content).toContain('data-miniprogram-path="pages/complain/index">我要找茬</a>')
})

test('an account that sends both forms is read in the clear while no key is set', async () => {
  const both = textMessage('社会保障卡').replace('</xml>', '<Encrypt>AAAA</Encrypt></xml>')
  expect((await fields((await setup().callback('370214', post(both))).body)).Content).toContain('pages/item/index?id=S')
})

test('a new follower is welcomed, a picture and 帮助 are answered with what to do, a menu\'s button asks what its key says', async () => {
  const { callback } = setup()
  const event = (name: string, key = '') => `<xml><ToUserName>gh_1</ToUserName><FromUserName>citizen</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>${name}</Event><EventKey>${key}</EventKey></xml>`
  expect((await fields((await callback('370214', post(event('subscribe')))).body)).Content).toContain('欢迎关注城阳区市民中心')
  expect((await callback('370214', post(event('unsubscribe')))).body).toBe('success')
  expect((await fields((await callback('370214', post(event('CLICK', '社会保障卡')))).body)).Content).toContain('pages/item/index?id=S')
  expect((await fields((await callback('370214', post(textMessage('帮助')))).body)).Content).toContain('请打字或说话')
  expect((await fields((await callback('370214', post(textMessage('x').replace('[text]', '[image]')))).body)).Content).toContain('请打字或说话')
})

test('a spoken question is searched by what WeChat heard', async () => {
  const voice = '<xml><ToUserName>gh_1</ToUserName><FromUserName>citizen</FromUserName><CreateTime>1</CreateTime><MsgType>voice</MsgType><Recognition>社会保障卡</Recognition><MsgId>7</MsgId></xml>'
  expect((await fields((await setup().callback('370214', post(voice))).body)).Content).toContain('pages/item/index?id=S')
})

const own: Reply = { id: '0'.repeat(20), occasion: 'keyword', keywords: ['电话', '联系方式'], text: '请打 {电话}，或[找茬](找茬)。' }

test('a keyword has the centre\'s own answer, however it is typed; other words are searched', async () => {
  const { callback } = setup({ replies: [own] })
  for (const typed of ['电话', ' 电 话？', '联系方式']) {
    expect((await fields((await callback('370214', post(textMessage(typed, typed)))).body)).Content).toBe('请打 0532-00000000，或<a href="https://example.invalid/#/pages/complain/index" data-miniprogram-appid="wxmini" data-miniprogram-path="pages/complain/index">找茬</a>。')
  }
  expect((await fields((await callback('370214', post(textMessage('电话费')))).body)).Content).not.toContain('0532-00000000，或')
})

test('更多 goes on where the last answer ended, the same 更多 again does not', async () => {
  const { callback } = setup()
  const ids = async (content: string, id: string) => [...((await fields((await callback('370214', post(textMessage(content, id)))).body)).Content ?? '').matchAll(/miniprogram-path="pages\/item\/index\?id=([^"]+)"/g)].map((it) => it[1])
  const first = await ids('社会保障卡业务', 'm1')
  const second = await ids('更多', 'm2')
  expect(new Set([...first, ...second]).size).toBe(10)
  expect(await ids('更多', 'm2')).toEqual(second)
  const third = await ids('更多', 'm3')
  expect(new Set([...first, ...second, ...third]).size).toBe(15)
})

test('更多 without a question says what to do', async () => {
  expect((await fields((await setup().callback('370214', post(textMessage('更多')))).body)).Content).toContain('再发一件要办的事')
})

test('one sure hit gives the answer itself: place, hours, how long, what to bring, the guide', async () => {
  const { Content = '' } = await fields((await setup().callback('370214', post(textMessage('特殊事项')))).body)
  for (const said of ['地点：城阳区市民中心 1F 社保办理区', '时间：周一至周五 09:00–17:00', '多久：3 个工作日', '1. 身份证', 'path="pages/item/index?id=evil"']) expect(Content).toContain(said)
})

test('a number gives the guide of that item of the last answer', async () => {
  const { callback } = setup({ search: async () => ({ hits: [{ id: 'gone', name: '甲' }, { id: 'evil', name: '乙' }].map((it) => ({ ...it, fields: {}, score: 1, explained: 0.4 })), total: 2, confidence: 'unsure', truncated: false }) as never })
  await callback('370214', post(textMessage('什么事', 'n1')))
  expect((await fields((await callback('370214', post(textMessage('２', 'n2')))).body)).Content).toContain('1. 身份证')
})

test('the same message three times is answered three times and counted once', async () => {
  const { callback, counted } = setup()
  const query = newQuery()
  const answers = await Promise.all([1, 2, 3].map(() => callback('370214', post(textMessage('社保卡', '77'), query))))
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(counted).toEqual([{ question: '社保卡', found: expect.any(Number) }])
})

test('a question that cannot be counted is answered all the same, and the log says so', async () => {
  const { callback, lines } = setup({ count: async () => { throw new Error('the table is away') } })
  expect((await fields((await callback('370214', post(textMessage('社保卡')))).body)).Content).toContain('pages/item/index?id=S')
  expect(lines.join()).toContain('COUNT_FAILED')
})

test('a signature is good for one message: a recorded query with another body is refused', async () => {
  const { callback } = setup()
  const query = newQuery()
  expect((await callback('370214', post(textMessage('社保卡', '1'), query))).status).toBe(200)
  expect(await callback('370214', post(textMessage('别的话', '2'), query))).toEqual({ status: 403, type: 'text/plain', body: '' })
})

test.each(['1714036000', '1714038000', '', 'now'])('a request signed for another time is refused: %s', async (timestamp) => {
  const query = { timestamp, nonce: '1', signature: signatureOf(token, timestamp, '1') }
  expect((await setup().callback('370214', post(textMessage('x'), query))).status).toBe(403)
  expect((await setup().callback('370214', { method: 'GET', query: { ...query, echostr: 'x' }, body: '' })).status).toBe(403)
})

test.each([
  ['to another account', textMessage('x').replace('gh_1', 'gh_2')],
  ['from nobody', textMessage('x').replace('citizen', '')],
  ['from a name that is no id', textMessage('x').replace('citizen', 'a b')],
])('a message %s is refused', async (_, body) => {
  expect((await setup().callback('370214', post(body))).status).toBe(403)
})

describe('in safe mode', () => {
  const safe = { keys: { aesKeys: [key, formerKey] } }

  test('the answer is sealed with the key that opened the question, and signed', async () => {
    for (const used of [key, formerKey]) {
      const { body } = await setup(safe).callback('370214', sealed(textMessage('社保卡'), used))
      const { Encrypt = '', MsgSignature, TimeStamp = '', Nonce = '' } = await fields(body)
      expect(MsgSignature).toBe(signatureOf(token, TimeStamp, Nonce, Encrypt))
      const { message, appid: to } = decrypt(used, Encrypt)
      expect(to).toBe(appid)
      expect((await fields(message)).Content).toContain('pages/item/index?id=S')
    }
  })

  test.each<[string, () => ReturnType<typeof post>]>([
    ['another account\'s message', () => sealed(textMessage('x'), key, 'wxother')],
    ['a message with an unknown key', () => sealed(textMessage('x'), `Z${key.slice(1)}`)],
    ['a message in the clear', () => post(textMessage('x'))],
    ['a message with a wrong msg_signature', () => { const it = sealed(textMessage('x')); return { ...it, query: { ...it.query, msg_signature: '0'.repeat(40) } } }],
  ])('%s is refused', async (_, request) => {
    expect((await setup(safe).callback('370214', request())).status).toBe(403)
  })

  test('we and co-wechat understand the same sealed question and both answers can be opened', async () => {
    const request = sealed(textMessage('社保卡'))
    let heard: Record<string, string> = {}
    const ctx: Record<string, unknown> = { query: request.query, method: 'POST', request: { body: request.body } }
    await new CoWechat({ token, appid, encodingAESKey: key }).middleware(async (message) => { heard = message; return '好' })(ctx)
    expect(heard).toMatchObject({ Content: '社保卡', FromUserName: 'citizen' })
    const open = async (body: string) => fields(decrypt(key, (await fields(body)).Encrypt ?? '').message)
    const theirs = await open(String(ctx.body))
    const ours = await open((await setup(safe).callback('370214', request)).body)
    expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort())
    expect([ours.ToUserName, ours.FromUserName, ours.MsgType]).toEqual([theirs.ToUserName, theirs.FromUserName, theirs.MsgType])
  })
})

test.each([
  '<!DOCTYPE x [<!ENTITY a "b">]><xml><Content>&a;</Content></xml>',
  '<xml><!ENTITY a "b"></xml>',
  '<xml><Content>',
  '',
  '{"a":',
  `<xml>${'x'.repeat(70_000)}</xml>`,
])('a body that is no message is refused with nothing said: %#', async (body) => {
  expect(await setup().callback('370214', post(body))).toEqual({ status: 403, type: 'text/plain', body: '' })
})

test('a failure of ours is answered with success and logged without what the citizen wrote', async () => {
  const { callback, lines } = setup({ search: () => Promise.reject(new Error('秘密的话')) })
  expect((await callback('370214', post(textMessage('秘密的话')))).body).toBe('success')
  expect(lines.join()).toContain('CALLBACK_FAILED')
  expect(lines.join()).not.toContain('秘密的话')
})

test('a search that hangs is answered with success before WeChat\'s five seconds are over', async () => {
  jest.useFakeTimers()
  const { callback } = setup({ search: () => new Promise(() => {}) })
  const answer = callback('370214', post(textMessage('社保卡')))
  await jest.advanceTimersByTimeAsync(4500)
  expect((await answer).body).toBe('success')
  jest.useRealTimers()
})

test.each([
  ['XML', '<xml><ToUserName>gh_1</ToUserName><FromUserName>c</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>wxa_media_check</Event><trace_id>t-1</trace_id><result><suggest>risky</suggest><label>20002</label></result></xml>'],
  ['JSON', JSON.stringify({ ToUserName: 'gh_1', FromUserName: 'c', CreateTime: 1, MsgType: 'event', Event: 'wxa_media_check', trace_id: 't-1', result: { suggest: 'risky', label: 20002 } })],
])('a verdict on a photo, pushed as %s, reaches the photos and is acknowledged', async (_, body) => {
  const { callback, verdicts } = setup()
  expect((await callback('370214', post(body))).body).toBe('success')
  expect(verdicts).toEqual([['370214', 't-1', 'risky']])
})
