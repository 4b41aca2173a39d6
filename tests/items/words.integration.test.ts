import { readFileSync } from 'node:fs'
import type { Call } from '@shared/api/client'
import { parseLexicon } from '@shared/search'
import { itemRoutes } from '@shared/items/routes'
import { searchRoutes } from '@shared/items/search-routes'
import { wordRoutes } from '@shared/words/routes'
import type { Word } from '@shared/words/word'
import { createItemServices } from '../../functions/lambda/item-services'
import { lexiconWords } from '../../functions/words/lexicon-words'
import { readGolden } from '../../local/catalogue/golden'
import { localWeChat } from '../../local/environment'
import { verdictMessage } from '../../local/wechat/push'
import { centre, eventually, startBackend, type Backend } from '../backend/backend'
import { personSays, signedQuery } from '../backend/wechat-message'

jest.setTimeout(90_000)

let backend: Backend
let admin: Call
const params = { centre }
const query = {}
const searched = async (q: string) => (await backend.as()(searchRoutes.search, { params, query: { q, limit: '5' } })).hits.map(({ name }) => name)
const list = () => admin(wordRoutes.list, {})
const word = (id: string, more: Partial<Word>): Word => ({ id: id.padEnd(20, '0'), version: 0, ...more }) as Word
const put = (it: Word, expectedVersion: number) => admin(wordRoutes.put, { params: { id: it.id }, body: { expectedVersion, word: it } })

/** A day later: what was asked is closed, and staff sign in again. */
const nextDay = async () => {
  backend.pass(86_400_000)
  await backend.clock()
  admin = backend.as((await backend.staff('admin')).token)
}

beforeAll(async () => {
  backend = await startBackend()
  admin = backend.as((await backend.staff('admin')).token)
  const { words } = createItemServices(backend.core)
  const { entries } = parseLexicon(readFileSync('data/synonyms.csv', 'utf8'))
  await words.begin({ centre, name: '首次载入' }, lexiconWords(entries.slice(0, 100)), readGolden(readFileSync('data/golden-questions.csv', 'utf8')))
  // A part of the catalogue is enough, and compiles in a fraction of the time.
  const rows = readFileSync('data/catalogue.csv', 'utf8').split('\n').filter((line, i) => i === 0 || /^370214(2006|2003|0703)/.test(line))
  const content = Buffer.from(rows.join('\n')).toString('base64')
  const file = { format: 'csv', content, withdrawMissing: false } as const
  const { digest, problems, added } = await admin(itemRoutes.importPreview, { body: file })
  expect({ problems, added }).toEqual({ problems: [], added: rows.length - 1 })
  await admin(itemRoutes.importCommit, { body: { ...file, digest } })
  await eventually(async () => ((await searched('失业登记').catch(() => []))[0] === '失业登记' ? true : undefined))
})
afterAll(() => backend.stop())

test('what staff publish is found by citizens a moment later, through the table\'s stream', async () => {
  const made = await admin(itemRoutes.create, { body: { name: '宠物火化预约', code: 'PET-1' } })
  await eventually(async () => { backend.pass(4000); return (await searched('宠物火化'))[0] === '宠物火化预约' ? true : undefined })
  await admin(itemRoutes.withdraw, { params: { id: made.id }, body: { expectedVersion: 1 } })
  await eventually(async () => { backend.pass(4000); return (await searched('宠物火化')).includes('宠物火化预约') ? undefined : true })
  await expect(backend.as()(itemRoutes.get, { params: { centre, id: made.id } })).rejects.toMatchObject({ code: 'not-found' })
  expect((await admin(itemRoutes.history, { params: { id: made.id }, query })).events.map(({ action }) => action)).toEqual(['withdraw', 'create'])
})

test('a word changes nothing for citizens before it is published, then it does, and undo takes it back', async () => {
  const { draftVersion } = await list()
  const pin = word('p1', { kind: 'pin', question: '开心果', items: ['370214200602'] })
  expect((await put(pin, 0)).version).toBe(1)
  await expect(put(pin, 0)).rejects.toMatchObject({ code: 'version-conflict', detail: { currentVersion: 1 } })
  expect(await list()).toMatchObject({ changed: true, draftVersion: draftVersion + 1 })
  expect((await searched('开心果'))[0]).not.toBe('失业登记')
  await expect(admin(wordRoutes.publish, { body: { draftVersion } })).rejects.toMatchObject({ code: 'version-conflict' })
  const publication = await admin(wordRoutes.publish, { body: { draftVersion: draftVersion + 1, note: '试一试' } })
  expect(publication).toMatchObject({ added: 1, changed: 0, removed: 0, note: '试一试' })
  await eventually(async () => { backend.pass(4000); return (await searched('开心果'))[0] === '失业登记' ? true : undefined })
  const waiting = word('w1', { kind: 'alias', item: '370214200602', text: '还没发布的词' })
  await put(waiting, 0)
  const undone = await admin(wordRoutes.undo, { params: { number: String(publication.number) } })
  expect(undone).toMatchObject({ added: 0, removed: 1 })
  await eventually(async () => { backend.pass(4000); return (await searched('开心果'))[0] === '失业登记' ? undefined : true })
  const after = await admin(wordRoutes.list, { query: { kind: 'alias' } })
  expect(after.changed).toBe(true)
  expect(after.words.map(({ id }) => id)).toEqual([waiting.id])
  expect((await admin(wordRoutes.list, { query: { kind: 'pin' } })).words).toEqual([])
  expect((await admin(wordRoutes.history, {})).publications.map(({ number }) => number)).toEqual([undone.number, publication.number, 1])
  await admin(wordRoutes.remove, { params: { id: waiting.id }, body: { expectedVersion: 1 } })
})

test('the preview says which golden questions move before anybody sees it', async () => {
  const before = await admin(wordRoutes.preview, {})
  expect(before.questions).toBeGreaterThan(100)
  expect(before).toMatchObject({ better: [], worse: [], before: before.after })
  const wrong = word('x1', { kind: 'pin', question: '身份证丢了怎么办', items: ['370214200602'] })
  await put(wrong, 0)
  const after = await admin(wordRoutes.preview, {})
  expect(after.worse.map(({ question }) => question)).toEqual(['身份证丢了怎么办'])
  expect(after.after.s1).toBeLessThan(after.before.s1)
  await admin(wordRoutes.remove, { params: { id: wrong.id }, body: { expectedVersion: 1 } })
})

test('what is asked is counted without small counts, and proposes an alias that staff take into the draft', async () => {
  const call = backend.as()
  const ask = (question: string, times: number, event: object = {}) =>
    call(searchRoutes.events, { params, body: { events: Array.from({ length: times }, () => ({ question, found: 3, ...event })) } })
  await ask('没有的东西', 6, { found: 0 })
  await ask('绿本本过期', 8, { opened: '370214200304', rank: 5 })
  await ask('只问一次的私事', 1)
  await ask('我的电话13800138000', 9)
  await ask('社保卡', 7, { opened: '370214200642', rank: 1 })
  await ask('都不合适', 6)
  await call(searchRoutes.sought, { params, body: { question: '没有的东西', sought: '想办一个没有的东西' } })
  await nextDay()
  await backend.clock()
  const report = await admin(wordRoutes.report, {})
  expect(report.nothingFound).toEqual([{ question: '没有的东西', count: 6 }])
  expect(report.neverOpened.map(({ question }) => question).sort()).toEqual(['绿本本过期', '都不合适'].sort())
  expect(report.sought).toMatchObject([{ question: '没有的东西', sought: '想办一个没有的东西' }])
  expect(report.proposed).toMatchObject([{ text: '绿本本过期', item: '370214200304', itemName: '机动车驾驶证期满换证', opened: 8 }])
  const all = JSON.stringify(report)
  expect(all).not.toContain('私事')
  expect(all).not.toContain('13800138000')
  expect((await call(searchRoutes.popular, { params })).questions).toEqual(['社保卡'])

  const [proposal] = report.proposed
  await admin(wordRoutes.decideAlias, { params: { id: proposal!.id }, body: { accept: true } })
  expect((await admin(wordRoutes.report, {})).proposed).toEqual([])
  expect((await admin(wordRoutes.list, { query: { kind: 'alias' } })).words).toMatchObject([{ text: '绿本本过期', item: '370214200304' }])
  await expect(admin(wordRoutes.decideAlias, { params: { id: proposal!.id }, body: { accept: false } })).rejects.toMatchObject({ code: 'not-found' })
})

test('a declined proposal does not come again', async () => {
  await backend.as()(searchRoutes.events, { params, body: { events: Array.from({ length: 6 }, () => ({ question: '打工人证明', found: 9, opened: '370214200601', rank: 7 })) } })
  await nextDay()
  const [proposal] = (await admin(wordRoutes.report, {})).proposed
  expect(proposal?.text).toBe('打工人证明')
  await admin(wordRoutes.decideAlias, { params: { id: proposal!.id }, body: { accept: false } })
  expect((await admin(wordRoutes.report, {})).proposed).toEqual([])
})

test('staff find, read and restore items; a window may not change them', async () => {
  const window = backend.as((await backend.staff('window')).token)
  const { items, total } = await window(itemRoutes.staffList, { query: { q: '护照', limit: '10' } })
  expect(total).toBeGreaterThan(0)
  expect((await window(itemRoutes.staffGet, { params: { id: items[0]!.id } })).name).toContain('护照')
  await expect(window(itemRoutes.withdraw, { params: { id: items[0]!.id }, body: { expectedVersion: 1 } })).rejects.toMatchObject({ code: 'not-allowed' })
  await admin(itemRoutes.withdraw, { params: { id: items[0]!.id }, body: { expectedVersion: 1 } })
  expect((await admin(itemRoutes.restore, { params: { id: items[0]!.id }, body: { expectedVersion: 2 } })).state).toBe('published')
  const content = { name: '普通护照签发', materials: ['居民身份证原件'] }
  expect((await admin(itemRoutes.edit, { params: { id: items[0]!.id }, body: { expectedVersion: 3, content } })).version).toBe(4)
})

test('the official account answers a question over the real search, and passes a verdict on', async () => {
  // A signature is good once and for some minutes: each message has its own, by the clock of the backend.
  const post = (body: string, spoil = (it: Record<string, string>) => it) =>
    backend.fetch(`/api/v1/wechat/${centre}?${new URLSearchParams(spoil(signedQuery(localWeChat.callbackToken, backend.core.now()))).toString()}`, { method: 'POST', body })
  const answer = await post(personSays({ content: '失业登记', to: localWeChat.account }))
  expect(answer.headers.get('content-type')).toContain('application/xml')
  expect(await answer.text()).toContain('data-miniprogram-path="pages/item/index?id=370214200602')
  expect((await post(personSays({ content: 'x', to: localWeChat.account }), (it) => ({ ...it, signature: `0${it.signature}` }))).status).toBe(403)
  const { body } = verdictMessage({ openid: 'citizen', traceId: 'unknown-trace', suggest: 'pass', version: 2, errcode: 0 }, Math.floor(backend.core.now() / 1000))
  expect(await (await post(body)).text()).toBe('success')
})
