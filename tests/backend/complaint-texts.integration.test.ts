import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { routes } from '@shared/api/routes'
import { staffActBody } from '@shared/complaints/acts'
import { readRouting } from '@shared/complaints/routing'
import { readSuggestionWords } from '@shared/complaints/suggestion'
import { createItemServices } from '../../functions/lambda/item-services'
import { learnedKey } from '../../functions/complaints/keys'
import { centre, centreData, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { complaints } = routes
const data = (name: string) => readFileSync(join(__dirname, '../../data', name), 'utf8')

let backend: Backend
let citizen: { token: string }
let window: { token: string }
let chief: { token: string }

beforeAll(async () => {
  backend = await startBackend()
  ;[citizen, window, chief] = await Promise.all([backend.citizen(), backend.staff('window'), backend.staff('chief')])
  await backend.services.centres.putRouting(centre, { rules: readRouting(data('routing.csv'), centreData).entries, words: readSuggestionWords(data('suggestion-words.csv'), centreData).entries })
}, 30_000)

afterAll(() => backend.stop())

const submit = (text: string, where = {}) => backend.as(citizen.token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'pain', text, where, photos: [], showName: false } })
const step = (token: string, id: string, body: v.InferInput<typeof staffActBody>) => backend.as(token)(complaints.act, { params: { id }, body })

async function answered(text: string, office = 'social-insurance') {
  const { id } = await submit(text)
  await step(window.token, id, { action: 'accept', expectedVersion: 1 })
  await step(window.token, id, { action: 'pass', expectedVersion: 2, office })
  await step(window.token, id, { action: 'answer', expectedVersion: 3, text: '已为您办好' })
  return id
}

test('office and kind are proposed with their reasons, and nothing changes by it', async () => {
  const { id } = await submit('建议增设一个养老金待遇的专门窗口')
  const proposed = await backend.as(window.token)(complaints.suggestion, { params: { id } })
  expect(proposed.offices[0]).toMatchObject({ office: 'social-insurance', source: 'words', because: ['养老金', '待遇'] })
  expect(proposed.kind).toMatchObject({ kind: 'suggestion' })
  expect(await backend.as(window.token)(complaints.staffGet, { params: { id } })).toMatchObject({ kind: 'pain', version: 1 })
})

test('a window\'s area decides by rule; the clerk may take over the kind when passing it on', async () => {
  const window1 = centreData.windows.find(({ kind }) => kind === 'general')!
  const { id } = await submit('今天等了很久', { window: window1.id })
  expect((await backend.as(window.token)(complaints.suggestion, { params: { id } })).offices[0]).toMatchObject({ office: 'approval-service', source: 'rule' })
  await step(window.token, id, { action: 'accept', expectedVersion: 1 })
  const passed = await step(window.token, id, { action: 'pass', expectedVersion: 2, office: 'approval-service', kind: 'opinion' })
  expect(passed.kind).toBe('opinion')
  expect(passed.events[passed.events.length - 1]).toMatchObject({ note: '类别：痛点 → 意见' })
})

test('a complaint that names only an item goes by the area that handles the item; the area that a citizen names comes first', async () => {
  const item = await backend.item({ name: '职工医疗保险参保登记', area: 'medical-insurance' })
  const proposed = async (where: object) => {
    const { id } = await submit('今天等了很久', where)
    return (await backend.as(window.token)(complaints.suggestion, { params: { id } })).offices[0]
  }
  expect(await proposed({ item })).toMatchObject({ office: 'medical-insurance', source: 'rule' })
  expect(await proposed({ item, area: 'tax' })).toMatchObject({ office: 'tax', source: 'rule' })
  expect(await proposed({})).toMatchObject({ source: 'default' })
})

test('a complaint about an item that was taken down meanwhile is taken, and still goes by the item\'s area', async () => {
  const item = await backend.item({ name: '已取消的证明', area: 'marriage' })
  await createItemServices(backend.core).items.withdraw({ centre, name: 'start' }, item, 1)
  const { id } = await submit('今天等了很久', { item })
  expect((await backend.as(window.token)(complaints.suggestion, { params: { id } })).offices[0]).toMatchObject({ office: 'marriage', source: 'rule' })
})

test('an office is not shown a suggestion for what it may not see', async () => {
  const { id } = await submit('养老金')
  const other = await backend.staff('office', 'tax')
  await expect(backend.as(other.token)(complaints.suggestion, { params: { id } })).rejects.toMatchObject({ code: 'not-found' })
})

test('an answered case teaches its office and kind once, without personal data', async () => {
  await answered('补缴断缴的社保要跑几趟，电话13800001234')
  const table = backend.core.config.tables.complaints
  const learned = await eventually(async () => (await backend.core.dynamo.send(new GetCommand({ TableName: table, Key: learnedKey(centre, 'office', 'social-insurance') }))).Item)
  expect(learned).toMatchObject({ cases: 1 })
  expect(learned.pairs).toHaveProperty('补缴')
  expect(JSON.stringify(learned)).not.toContain('1380000')
})

test('the same event twice, and many at once, are each learned once', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map((n) => answered(`结婚登记的礼堂太冷，第${n}次来`, 'marriage')))
  const table = backend.core.config.tables.complaints
  const cases = async () => (await backend.core.dynamo.send(new GetCommand({ TableName: table, Key: learnedKey(centre, 'office', 'marriage') }))).Item?.cases as number | undefined
  await eventually(async () => ((await cases()) === ids.length ? true : undefined))
  const event = { centre, complaint: ids[0]!, number: 4, at: new Date().toISOString(), action: 'answer' as const, state: 'answered' as const, by: 'centre' as const, byName: '', byRole: 'window' as const, visibility: 'citizen' as const, photos: [] }
  await Promise.all([1, 2, 3].map(() => backend.services.complaints.learnFrom(event)))
  expect(await cases()).toBe(ids.length)
})

test('what is to be published is refused while it holds personal data, and the sentence says what', async () => {
  const id = await answered('张主任让我打13800001234')
  const publish = (question: string, confirmed: string[] = []) => step(chief.token, id, { action: 'publish', expectedVersion: 4, question, answer: '已道歉', confirmed })
  await expect(publish('张主任让我打13800001234')).rejects.toMatchObject({ code: 'personal-data', status: 422, detail: { fields: { question: '请隐去手机号“13800001234”。请隐去或确认姓名“张”。' } } })
  await expect(publish('张主任让我打电话')).rejects.toMatchObject({ code: 'personal-data' })
  expect(await publish('张主任让我打电话', ['张'])).toMatchObject({ published: true })
})

test('while writing, public cases about the same thing are found by anybody; unpublished ones never', async () => {
  const board = ['大厅的二维码墙太挤，找一个事项要很久，老人看不清', '三楼的电梯经常停用，推轮椅的人要绕到东门', '地下停车场周一上午总是满的，绕了三圈没有车位', '代开发票的窗口只有一个，中午没有人']
  const ids: string[] = []
  for (const question of board) {
    const id = await answered(`原话：${question}`)
    await step(chief.token, id, { action: 'publish', expectedVersion: 4, question, answer: '已改为关键词检索', confirmed: [] })
    ids.push(id)
  }
  await answered('自助机吞了我的社保卡，等了一下午没有人来管')
  backend.pass(61_000)
  const find = (text: string) => backend.as()(complaints.similar, { params: { centre }, body: { text } })
  const { cases } = await find('二维码墙太挤了，老人看不清，找事项要找很久')
  expect(cases.map(({ id }) => id)).toEqual([ids[0]])
  expect(cases[0]).toMatchObject({ question: board[0], answer: '已改为关键词检索', state: 'answered' })
  expect((await find('自助机吞了社保卡，一下午没有人来管，等了很久')).cases).toEqual([])
})
