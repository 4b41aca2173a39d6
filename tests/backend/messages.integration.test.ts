import { marshall } from '@aws-sdk/util-dynamodb'
import { PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import fc from 'fast-check'
import * as v from 'valibot'
import { routes } from '@shared/api/routes'
import { chinaDay } from '@shared/calendar/calendar'
import type { StaffActBody } from '@shared/complaints/acts'
import type { Message } from '@shared/messages/message'
import { eventRecord } from '../../functions/complaints/service'
import { streamHandler } from '../../functions/lambda/apps/stream'
import type { FailureKind } from '../../local/wechat/state'
import { centre, centreData, eventually, newKey, startBackend, type Backend } from './backend'
import { heldCore } from './held-core'

jest.setTimeout(120_000)

const { audit, complaints, messages } = routes
const [lead, helper, called] = centreData.offices as [{ id: string; name: string }, { id: string; name: string }, { id: string; name: string }]
const minute = 60_000

let backend: Backend

beforeAll(async () => { backend = await startBackend() }, 30_000)
afterAll(() => backend.stop())
afterEach(() => { backend.wechat.state.failures = [] })

type Person = { token: string; id: string; openid?: string }
const table = () => backend.core.config.tables.messages
const submit = (it: Person, text = '大厅的灯坏了') =>
  backend.as(it.token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'pain', text, where: {}, photos: [], showName: false } })
const inbox = async (it: Person) => (await backend.as(it.token)(messages.list, { params: { centre } })).messages
const staffInbox = async (token: string) => (await backend.as(token)(messages.staffList, {})).messages
const unread = async (token: string) => (await backend.as(token)(messages.staffUnread, {})).unread
/** Waits until an inbox has a message with these words in its title. */
const message = (list: () => Promise<Message[]>, title: string, complaint?: string) =>
  eventually(async () => (await list()).find((it) => it.title.includes(title) && (complaint === undefined || it.complaint === complaint)))
const allow = async (it: Person, times = 1) => {
  for (let i = 0; i < times; i++) await backend.wechat.app.request('/_phone/allow', { method: 'POST', body: JSON.stringify({ openid: it.openid, template_id: backend.core.config.wechat.progressTemplate }) })
}
const sentTo = (it: Person) => backend.wechat.state.sent.filter(({ touser }) => touser === it.openid)
const fail = (kind: FailureKind, times = Infinity) => backend.wechat.state.failures.push({ path: '/cgi-bin/message/subscribe/send', kind, times, ms: 0 })
/** Several steps of staff, one after the other. */
async function act(token: string, id: string, ...bodies: (StaffActBody extends infer B ? B extends StaffActBody ? Omit<B, 'expectedVersion'> : never : never)[]): Promise<void> {
  for (const body of bodies) {
    const { version } = await backend.as(token)(complaints.staffGet, { params: { id } })
    await backend.as(token)(complaints.act, { params: { id }, body: { ...body, expectedVersion: version } as StaffActBody })
  }
}

/** What is stored under a key prefix of the messages table, without what changes by itself. */
async function stored(pk: string): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await backend.core.dynamo.send(new QueryCommand({ TableName: table(), KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }))
  return Items
}

/** The events of a complaint as they are stored. */
async function eventsOf(id: string): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await backend.core.dynamo.send(new QueryCommand({
    TableName: backend.core.config.tables.complaints, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)', ExpressionAttributeValues: { ':pk': `${centre}#complaint#${id}`, ':event': 'event#' },
  }))
  return Items
}

/** Every record of the stream that the events of a complaint were. */
async function eventRecords(id: string): Promise<DynamoDBRecord[]> {
  return (await eventsOf(id)).map((item) => ({
    eventName: 'INSERT', eventSourceARN: `arn:local:dynamodb:local:0:table/${backend.core.config.tables.complaints}/stream/again`, dynamodb: { NewImage: marshall(item) as never, SequenceNumber: '1' },
  }))
}

test('however often, in whatever order and at once the stream repeats itself: one entry for each event and inbox, one WeChat message for each leave, and what was read stays read', async () => {
  const [raiser, neighbour, chief] = [await backend.citizen(), await backend.citizen(), await backend.staff('chief')]
  await Promise.all([allow(raiser, 9), allow(neighbour, 9)])
  const mine = await submit(raiser)
  const params = { centre, id: mine.id }
  await act(chief.token, mine.id, { action: 'accept' }, { action: 'ask', text: '在几楼？' })
  await backend.as(raiser.token)(complaints.reply, { params, body: { clientKey: newKey(), text: '二楼', photos: [] } })
  await act(chief.token, mine.id, { action: 'pass', office: lead.id, helping: [helper.id] }, { action: 'answer', text: '已换灯' }, { action: 'publish', question: '灯坏了', answer: '已换灯', confirmed: [] })
  await backend.as(neighbour.token)(complaints.follow, { params, body: { follow: true } })
  await act(chief.token, mine.id, { action: 'reopen', text: '又坏了' }, { action: 'answer', text: '换了新的' }, { action: 'close', closing: 'rectified' })
  await message(() => inbox(raiser), '已办结')
  await message(() => inbox(neighbour), '已办结')
  const read = (await inbox(raiser))[0]!
  await backend.as(raiser.token)(messages.read, { params: { centre, id: read.id } })

  const boxes = [raiser.id, neighbour.id, 'staff#front', `staff#office-${lead.id}`, `staff#office-${helper.id}`, 'staff#chief'].map((box) => `${centre}#${box}`)
  const before = await eventually(async () => {
    const all = await Promise.all(boxes.map(stored))
    return all.flat().some(({ state }) => state === 'due') ? undefined : all
  })
  const counts = [raiser, neighbour].map((it) => sentTo(it).length)
  expect(counts).toEqual([3, 1])
  expect(before[0]!.filter(({ sk }) => !String(sk).startsWith('wechat#')).map(({ title }) => String(title).split('：')[1]))
    .toEqual(['已受理', '待补充', '已转办', '已答复', '已答复', '重新办理', '已答复', '已办结'])
  expect(before.slice(2).map((box) => box.length > 0)).toEqual([true, true, true, true])

  const records = await eventRecords(mine.id)
  expect(records.length).toBeGreaterThanOrEqual(10)
  const lambdas = Array.from({ length: 3 }, () => streamHandler(heldCore('stream', backend.core.config, { now: backend.core.now, log: backend.core.log })))
  const five = Array.from({ length: 5 }, () => records).flat()
  await fc.assert(fc.asyncProperty(fc.shuffledSubarray(five, { minLength: five.length }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: five.length, maxLength: five.length }), async (order, sizes) => {
    const batches: DynamoDBRecord[][] = []
    for (let at = 0, i = 0; at < order.length; at += sizes[i]!, i++) batches.push(order.slice(at, at + sizes[i]!))
    await Promise.all(lambdas.map(async (handle) => { for (let batch = batches.shift(); batch; batch = batches.shift()) await handle({ Records: batch }) }))
    expect(await Promise.all(boxes.map(stored))).toEqual(before)
    expect([raiser, neighbour].map((it) => sentTo(it).length)).toEqual(counts)
  }), { numRuns: 4 })
  expect((await inbox(raiser))[0]).toEqual({ ...read, read: true })
})

test('staff find what came to their desk, office or rank; what one has read or done is unread for the others', async () => {
  const [window, colleague, chief] = [await backend.staff('window'), await backend.staff('window'), await backend.staff('chief')]
  const [leading, helping, mentioned] = [await backend.staff('office', lead.id), await backend.staff('office', helper.id), await backend.staff('office', called.id)]
  const mine = await submit(await backend.citizen('device'), '只有市民和经办人看的话')
  const fresh = await message(() => staffInbox(window.token), '新的找茬', mine.id)
  expect(fresh).toMatchObject({ text: `${mine.receipt} · 痛点`, read: false })
  const counts = await Promise.all([unread(window.token), unread(colleague.token)])
  await backend.as(window.token)(messages.staffRead, { params: { id: fresh.id } })
  expect(await Promise.all([unread(window.token), unread(colleague.token)])).toEqual([counts[0]! - 1, counts[1]])

  await act(window.token, mine.id, { action: 'accept' }, { action: 'pass', office: lead.id, helping: [helper.id], note: '请先看现场' }, { action: 'note', text: `@${called.name} 请提供图纸`, mentions: [called.id] })
  expect(await message(() => staffInbox(leading.token), '主办', mine.id)).toMatchObject({ text: expect.stringContaining('请先看现场') })
  await message(() => staffInbox(helping.token), '协办', mine.id)
  const call = await message(() => staffInbox(mentioned.token), '备注里提到了本科室')
  expect(call.text).toContain('请提供图纸')
  expect((await backend.as(mentioned.token)(complaints.staffGet, { params: { id: call.complaint! } })).id).toBe(mine.id)
  expect((await staffInbox(chief.token)).some(({ complaint }) => complaint === mine.id)).toBe(false)

  await act(leading.token, mine.id, { action: 'return', note: '不属于本科室' })
  await message(() => staffInbox(window.token), '科室退回', mine.id)
  await act(window.token, mine.id, { action: 'answer', text: '已换灯' })
  expect(await message(() => staffInbox(window.token), '已答复', mine.id)).toMatchObject({ read: true })
  expect(await message(() => staffInbox(colleague.token), '已答复', mine.id)).toMatchObject({ read: false })
  const [newest] = await staffInbox(colleague.token)
  await backend.as(colleague.token)(messages.staffReadUpTo, { params: {}, body: { upTo: newest!.id } })
  expect(await unread(colleague.token)).toBe(0)
  expect((await staffInbox(colleague.token)).every(({ read }) => read)).toBe(true)
  expect(await unread(window.token)).toBeGreaterThan(0)
  const everything = JSON.stringify(await Promise.all([window, leading, helping, mentioned].map(({ token }) => staffInbox(token))))
  expect(everything).not.toContain('只有市民和经办人看的话')
})

test('a long inbox comes page by page, each message once', async () => {
  const [chief, raiser] = [await backend.staff('chief'), await backend.citizen('device')]
  const mine = await submit(raiser)
  await act(chief.token, mine.id, { action: 'accept' }, ...Array.from({ length: 17 }, () => [{ action: 'ask' as const, text: '请补充' }, { action: 'resume' as const }]).flat())
  await eventually(async () => ((await stored(`${centre}#${raiser.id}`)).length === 35 ? true : undefined))
  const first = await backend.as(raiser.token)(messages.list, { params: { centre } })
  const second = await backend.as(raiser.token)(messages.list, { params: { centre }, query: { cursor: first.cursor } })
  expect([first.messages.length, second.messages.length, second.cursor]).toEqual([30, 5, undefined])
  expect(new Set([...first.messages, ...second.messages].map(({ id }) => id)).size).toBe(35)
})

test('all is marked as read in parts, up to what was on the screen: what comes in meanwhile or late stays unread, again changes nothing, and somebody else\'s inbox stays as it is', async () => {
  const [chief, raiser, neighbour] = [await backend.staff('chief'), await backend.citizen('device'), await backend.citizen('device')]
  const as = backend.as(raiser.token)
  const other = await submit(neighbour)
  await act(chief.token, other.id, { action: 'accept' })
  await message(() => inbox(neighbour), '已受理')
  const mine = await submit(raiser)
  await act(chief.token, mine.id, { action: 'accept' }, ...Array.from({ length: 30 }, () => [{ action: 'ask' as const, text: '请补充' }, { action: 'resume' as const }]).flat())
  const box = `${centre}#${raiser.id}`
  await eventually(async () => ((await stored(box)).length === 61 ? true : undefined))
  const [newest] = await inbox(raiser)
  await act(chief.token, mine.id, { action: 'ask', text: '标记之前又来了一条' })
  const later = await eventually(async () => (await inbox(raiser)).find(({ id }) => id > newest!.id))

  const upTo = (id: string) => as(messages.readUpTo, { params: { centre }, body: { upTo: id } })
  const first = await upTo(newest!.id)
  const unreadIds = async () => (await stored(box)).filter(({ read }) => !read).map(({ sk }) => sk)
  expect(await unreadIds()).toHaveLength(1 + 61 - 50)
  expect(await upTo(first.upTo!)).toEqual({})
  expect(await unreadIds()).toEqual([later.id])
  expect((await as(messages.list, { params: { centre } })).unread).toBe(1)
  const before = await stored(box)
  await upTo(newest!.id)
  expect(await stored(box)).toEqual(before)

  // News of something earlier that the stream brings late: nobody has seen it.
  const [oldest] = before
  const late = { ...oldest, sk: `${String(oldest!.sk).slice(0, -1)}a`, id: `${String(oldest!.sk).slice(0, -1)}a`, read: false }
  await backend.core.dynamo.send(new PutCommand({ TableName: table(), Item: late }))
  expect((await unreadIds()).sort()).toEqual([late.id, later.id].sort())

  expect(await inbox(neighbour)).toMatchObject([{ read: false }])
  // What no inbox has is no error: everything before it is read. It never reaches what else stands in the partition.
  expect(await upTo('zzzz')).toMatchObject({ upTo: expect.any(String) })
  expect((await unreadIds()).includes(later.id)).toBe(false)
})

test('what WeChat does not take is tried again by the clock, later and later, then given up, seen by administrators in plain words, and sent again when they say so', async () => {
  const [raiser, chief] = [await backend.citizen(), await backend.staff('chief')]
  await allow(raiser, 2)
  fail('busy')
  const mine = await submit(raiser)
  await act(chief.token, mine.id, { action: 'accept' }, { action: 'answer', text: '已换灯' })
  const delivery = async () => (await stored(`${centre}#${raiser.id}`)).find(({ sk }) => String(sk).startsWith('wechat#'))
  await eventually(async () => ((await delivery())?.attempts === 1 ? true : undefined))
  await backend.clock()
  expect(await delivery()).toMatchObject({ attempts: 1, state: 'due' })
  for (const [i, wait] of [5, 15, 60, 240].entries()) {
    expect(await delivery()).toMatchObject({ attempts: i + 1, state: 'due', nextAttemptAt: expect.any(String) })
    backend.pass((wait - 1) * minute)
    await backend.clock()
    expect(await delivery()).toMatchObject({ attempts: i + 1 })
    backend.pass(2 * minute)
    await Promise.all([backend.clock(), backend.clock()])
    expect(await delivery()).toMatchObject({ attempts: i + 2 })
  }
  expect(await delivery()).toMatchObject({ state: 'dead', attempts: 5 })
  expect(await delivery()).not.toHaveProperty('nextAttemptAt')
  backend.wechat.state.failures = []
  backend.pass(600 * minute)
  await backend.clock()
  expect(sentTo(raiser)).toEqual([])

  const [boss, clerk] = [backend.as((await backend.staff('admin')).token), backend.as((await backend.staff('window')).token)]
  await expect(clerk(messages.deadLetters, {})).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(clerk(messages.resend, { params: {}, body: {} })).rejects.toMatchObject({ code: 'not-allowed' })
  const { deadLetters: [dead, ...others] } = await boss(messages.deadLetters, {})
  expect(others).toEqual([])
  expect(dead).toMatchObject({ title: `找茬 ${mine.receipt}：已答复`, attempts: 5, reason: '微信系统繁忙。过一会儿重发。' })
  expect(JSON.stringify(dead)).not.toContain(raiser.id)
  expect(await boss(messages.resend, { params: {}, body: { id: dead!.id } })).toEqual({ count: 1 })
  await expect(boss(messages.resend, { params: {}, body: { id: dead!.id } })).rejects.toMatchObject({ code: 'not-found' })
  await Promise.all([backend.clock(), backend.clock(), backend.clock()])
  expect(sentTo(raiser)).toHaveLength(1)
  expect(sentTo(raiser)[0]).toMatchObject({ page: `pages/complaint/index?id=${mine.id}`, data: { phrase2: { value: '已答复' }, thing3: { value: '答复：已换灯' } } })
  expect(await delivery()).toMatchObject({ state: 'sent' })
  expect(await boss(messages.resend, { params: {}, body: {} })).toEqual({ count: 0 })

  // Who had what sent again is written down, newest first; what was refused is not.
  const { events } = await boss(audit.day, { params: { day: chinaDay(backend.core.now()) } })
  expect(events.filter(({ action }) => action === 'message-resend').map(({ detail }) => detail)).toEqual(['全部', `找茬 ${mine.receipt}：已答复`])
  expect(JSON.stringify(events)).not.toContain(raiser.id)
})

test('who allowed no message is not bothered: refused is no failure, is never tried again and is no dead letter; without WeChat there is nothing to send', async () => {
  const [raiser, browser, chief] = [await backend.citizen(), await backend.citizen('device'), await backend.staff('chief')]
  for (const it of [raiser, browser]) {
    const mine = await submit(it)
    await act(chief.token, mine.id, { action: 'accept' }, { action: 'answer', text: '已换灯' })
    await message(() => inbox(it), '已答复', mine.id)
  }
  const delivery = await eventually(async () => (await stored(`${centre}#${raiser.id}`)).find(({ state }) => state === 'refused'))
  expect(delivery).toMatchObject({ attempts: 1 })
  expect((await stored(`${centre}#${browser.id}`)).some(({ sk }) => String(sk).startsWith('wechat#'))).toBe(false)
  await allow(raiser)
  backend.pass(24 * 60 * minute)
  await backend.clock()
  expect(sentTo(raiser)).toEqual([])
  expect((await backend.as((await backend.staff('admin')).token)(messages.deadLetters, {})).deadLetters).toEqual([])
})

test('an error that no waiting mends is given up at once; all dead letters are sent again together', async () => {
  const [chief, admin] = [await backend.staff('chief'), backend.as((await backend.staff('admin')).token)]
  const people = await Promise.all([backend.citizen(), backend.citizen()])
  for (const it of people) {
    await allow(it)
    const mine = await submit(it)
    await act(chief.token, mine.id, { action: 'accept' })
    backend.wechat.state.seen.delete(it.openid!)
    await act(chief.token, mine.id, { action: 'answer', text: '已换灯' })
  }
  const dead = await eventually(async () => {
    const { deadLetters } = await admin(messages.deadLetters, {})
    return deadLetters.length === 2 ? deadLetters : undefined
  })
  expect(dead).toMatchObject([{ attempts: 1, reason: expect.stringContaining('微信不认识') }, { attempts: 1 }])
  for (const it of people) backend.wechat.state.seen.set(it.openid!, backend.core.now())
  expect(await admin(messages.resend, { params: {}, body: {} })).toEqual({ count: 2 })
  await backend.clock()
  expect(people.map((it) => sentTo(it).length)).toEqual([1, 1])
  expect((await admin(messages.deadLetters, {})).deadLetters).toEqual([])
})

test('deleting oneself removes what was told and what was to be sent, also when the stream repeats itself afterwards', async () => {
  const [raiser, chief] = [await backend.citizen(), await backend.staff('chief')]
  await allow(raiser)
  fail('busy')
  const mine = await submit(raiser)
  await act(chief.token, mine.id, { action: 'accept' }, { action: 'answer', text: '已换灯' })
  await eventually(async () => ((await stored(`${centre}#${raiser.id}`)).length === 3 ? true : undefined))
  const records = await eventRecords(mine.id)
  const news = await backend.services.complaints.newsOf(v.parse(eventRecord, (await eventsOf(mine.id))[1]))
  expect(news?.citizen).toBe(raiser.id)
  await backend.as(raiser.token)(routes.accounts.deleteMe, { params: { centre } })
  const handle = streamHandler(heldCore('stream', backend.core.config, { now: backend.core.now, log: backend.core.log }))
  await handle({ Records: records })
  // Even one who had looked up the receivers before the deletion writes nothing after it.
  await backend.services.messages.tell(news!)
  backend.wechat.state.failures = []
  backend.pass(60 * minute)
  await backend.clock()
  const { Items } = await backend.core.dynamo.send(new ScanCommand({ TableName: table() }))
  expect(JSON.stringify(Items)).not.toContain(raiser.id)
  expect(sentTo(raiser)).toEqual([])
})
