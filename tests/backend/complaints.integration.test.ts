import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { routes } from '@shared/api/routes'
import type { SubmitBody } from '@shared/complaints/complaint'
import { centre, centreData, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { complaints, messages } = routes
const office = centreData.offices[0]!.id
const otherOffice = centreData.offices[1]!.id

let backend: Backend
let citizen: { token: string; id: string; openid?: string }
let window: { token: string }
let chief: { token: string }

beforeAll(async () => {
  backend = await startBackend()
  ;[citizen, window, chief] = await Promise.all([backend.citizen(), backend.staff('window'), backend.staff('chief')])
}, 30_000)

afterAll(() => backend.stop())

const body = (more: Partial<SubmitBody> = {}): SubmitBody => ({
  clientKey: newKey(), kind: 'pain', text: '大厅墙上的二维码太多，找一个事项要很久。', where: { area: centreData.areas[0]!.id }, photos: [], showName: false, ...more,
})
const submit = (more: Partial<SubmitBody> = {}, token = citizen.token) => backend.as(token)(complaints.submit, { params: { centre }, body: body(more) })

test('a complaint goes from submission through pass, question, answer and putting right to its end, and the citizen reads each step', async () => {
  const mine = await submit({ contact: '000-0000-0000', name: '市民甲', showName: true })
  expect(mine.receipt).toMatch(/^ZC-\d{8}-\d{4}$/)
  expect(mine).toMatchObject({ state: 'submitted', version: 1, hasContact: true, actions: ['reply', 'withdraw'] })
  const act = backend.as(window.token)
  const params = { id: mine.id }
  await act(complaints.act, { params, body: { action: 'accept', expectedVersion: 1 } })
  await act(complaints.act, { params, body: { action: 'pass', expectedVersion: 2, office, note: '请先看现场' } })
  await act(complaints.act, { params, body: { action: 'ask', expectedVersion: 3, text: '是哪一面墙？' } })
  const asked = await backend.as(citizen.token)(complaints.get, { params: { centre, id: mine.id } })
  expect(asked.state).toBe('asked')
  const replied = await backend.as(citizen.token)(complaints.reply, { params: { centre, id: mine.id }, body: { clientKey: newKey(), text: '一楼东墙', photos: [] } })
  expect(replied.state).toBe('passed')
  await act(complaints.act, { params, body: { action: 'note', expectedVersion: 5, text: '已与网络科商量' } })
  await act(complaints.act, { params, body: { action: 'rectify', expectedVersion: 6, text: '二维码已撤下，改为关键词检索。' } })
  await act(complaints.act, { params, body: { action: 'answer', expectedVersion: 7, text: '谢谢您，已整改完毕。' } })
  const staffSees = await act(complaints.act, { params, body: { action: 'close', expectedVersion: 8, closing: 'rectified' } })
  expect(staffSees).toMatchObject({ state: 'closed', version: 9, office, hasContact: true, name: '市民甲' })
  expect(staffSees.events.map((it) => [it.number, it.action, it.visibility])).toEqual([
    [1, 'submit', 'citizen'], [2, 'accept', 'citizen'], [3, 'pass', 'citizen'], [4, 'ask', 'citizen'], [5, 'reply', 'citizen'],
    [6, 'note', 'internal'], [7, 'rectify', 'citizen'], [8, 'answer', 'citizen'], [9, 'close', 'citizen'],
  ])
  const citizenSees = await backend.as(citizen.token)(complaints.get, { params: { centre, id: mine.id } })
  expect(citizenSees.events.map((it) => it.action)).toEqual(['submit', 'accept', 'pass', 'ask', 'reply', 'rectify', 'answer', 'close'])
  const text = JSON.stringify(citizenSees)
  for (const secret of ['000-0000-0000', '请先看现场', '已与网络科商量']) expect(text).not.toContain(secret)
})

test('each step of the centre becomes a message in the inbox, and the answer a subscribe message where the citizen allowed one', async () => {
  const reader = await backend.citizen()
  const template = backend.core.config.wechat.progressTemplate
  await backend.wechat.app.request('/_phone/allow', { method: 'POST', body: JSON.stringify({ openid: reader.openid, template_id: template }) })
  const mine = await submit({}, reader.token)
  // WeChat has taken its token back meanwhile: the sender of messages fetches another.
  backend.wechat.state.tokens.splice(0)
  await backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'accept', expectedVersion: 1 } })
  await backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'answer', expectedVersion: 2, text: '答复的内容比较长，超过了订阅消息允许的二十个字，要截短。' } })
  const inbox = await eventually(async () => {
    const it = await backend.as(reader.token)(messages.list, { params: { centre } })
    return it.messages.length === 2 ? it : undefined
  })
  expect(inbox.unread).toBe(2)
  expect(inbox.messages[0]).toMatchObject({ title: `找茬 ${mine.receipt}：已答复`, complaint: mine.id, read: false })
  await backend.as(reader.token)(messages.read, { params: { centre, id: inbox.messages[0]!.id } })
  expect((await backend.as(reader.token)(messages.list, { params: { centre } })).unread).toBe(1)
  const sent = await eventually(async () => backend.wechat.state.sent.find((it) => it.touser === reader.openid))
  expect(sent.data.phrase2?.value).toBe('已答复')
  const other = await backend.citizen()
  await expect(backend.as(other.token)(messages.read, { params: { centre, id: inbox.messages[0]!.id } })).rejects.toMatchObject({ code: 'not-found' })
})

test('sent twice is one complaint, also when both arrive at the same time', async () => {
  const same = body()
  const send = () => backend.as(citizen.token)(complaints.submit, { params: { centre }, body: same })
  const answers = await Promise.all([send(), send(), send()])
  expect(new Set(answers.map((it) => it.id)).size).toBe(1)
  expect((await send()).receipt).toBe(answers[0]!.receipt)
  await expect(backend.as(citizen.token)(complaints.submit, { params: { centre }, body: { ...same, text: '别的内容' } })).rejects.toMatchObject({ code: 'key-reused', status: 409 })
})

test('receipt numbers of many complaints at once are all different', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => submit()))
  expect(new Set(all.map((it) => it.receipt)).size).toBe(20)
})

test('two windows that answer at once: one wins, the other is told of the newer version, nothing is half written', async () => {
  const mine = await submit()
  await backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'accept', expectedVersion: 1 } })
  const answer = (text: string) => backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'answer', expectedVersion: 2, text } })
  const ends = await Promise.allSettled([answer('甲窗口的答复'), answer('乙窗口的答复')])
  expect(ends.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = ends.find((it): it is PromiseRejectedResult => it.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'version-conflict', status: 409, detail: { currentVersion: 3 } })
  const now = await backend.as(window.token)(complaints.staffGet, { params: { id: mine.id } })
  expect(now.version).toBe(3)
  expect(now.events.filter((it) => it.action === 'answer')).toHaveLength(1)
})

test('a citizen\'s addition is not lost when staff write at the same time', async () => {
  const mine = await submit()
  const ends = await Promise.all([
    backend.as(citizen.token)(complaints.reply, { params: { centre, id: mine.id }, body: { clientKey: newKey(), text: '再补充一点', photos: [] } }),
    backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'note', expectedVersion: 1, text: '备注' } }).catch(() => undefined),
    backend.as(citizen.token)(complaints.reply, { params: { centre, id: mine.id }, body: { clientKey: newKey(), text: '还有一点', photos: [] } }),
  ])
  expect(ends[0]!.id).toBe(mine.id)
  const now = await backend.as(citizen.token)(complaints.get, { params: { centre, id: mine.id } })
  expect(now.events.filter((it) => it.action === 'reply').map((it) => it.text).sort()).toEqual(['再补充一点', '还有一点'])
})

test('an action that the state does not allow is refused, and one that the role never has is forbidden', async () => {
  const mine = await submit()
  const act = (token: string, body: Parameters<typeof send>[1]) => send(token, body)
  const send = (token: string, body: { action: 'close'; expectedVersion: number; closing: 'explained' } | { action: 'publish'; expectedVersion: number; question: string; answer: string }) => backend.as(token)(complaints.act, { params: { id: mine.id }, body })
  await expect(act(window.token, { action: 'close', expectedVersion: 1, closing: 'explained' })).rejects.toMatchObject({ code: 'action-not-possible', status: 409 })
  await expect(act(window.token, { action: 'publish', expectedVersion: 1, question: '问', answer: '答' })).rejects.toMatchObject({ code: 'not-allowed', status: 403 })
})

test('an office sees what was passed to it and nothing else', async () => {
  const [ours, others] = await Promise.all([backend.staff('office', office), backend.staff('office', otherOffice)])
  const mine = await submit()
  const see = (token: string) => backend.as(token)(complaints.staffGet, { params: { id: mine.id } })
  await expect(see(ours.token)).rejects.toMatchObject({ code: 'not-found' })
  await backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'accept', expectedVersion: 1 } })
  await backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'pass', expectedVersion: 2, office } })
  expect((await see(ours.token)).id).toBe(mine.id)
  await expect(see(others.token)).rejects.toMatchObject({ code: 'not-found' })
  await expect(backend.as(others.token)(complaints.staffFind, { params: { receipt: mine.receipt } })).rejects.toMatchObject({ code: 'not-found' })
  const queueOf = async (token: string) => (await backend.as(token)(complaints.staffQueue, { params: {}, query: { state: 'passed', limit: 100 } })).complaints.map((it) => it.id)
  expect(await queueOf(ours.token)).toContain(mine.id)
  expect(await queueOf(others.token)).not.toContain(mine.id)
  await expect(backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'pass', expectedVersion: 3, office: 'no-such-office' } })).rejects.toMatchObject({ code: 'office-unknown' })
})

test('an office that helps sees the complaint in its queue until it no longer helps, and may add notes only', async () => {
  const helper = await backend.staff('office', otherOffice)
  const mine = await submit()
  const params = { id: mine.id }
  const act = backend.as(window.token)
  await act(complaints.act, { params, body: { action: 'accept', expectedVersion: 1 } })
  await act(complaints.act, { params, body: { action: 'pass', expectedVersion: 2, office, helping: [otherOffice] } })
  const queueOf = async () => (await backend.as(helper.token)(complaints.staffQueue, { params: {}, query: { limit: 100 } })).complaints.find((it) => it.id === mine.id)
  expect(await queueOf()).toMatchObject({ state: 'passed', office })
  expect(await backend.as(helper.token)(complaints.staffGet, { params })).toMatchObject({ actions: ['note'], helping: [otherOffice] })
  await expect(backend.as(helper.token)(complaints.act, { params, body: { action: 'answer', expectedVersion: 3, text: '我来答复' } })).rejects.toMatchObject({ code: 'not-allowed' })
  await backend.as(helper.token)(complaints.act, { params, body: { action: 'note', expectedVersion: 3, text: '我们的意见' } })
  await act(complaints.act, { params, body: { action: 'investigate', expectedVersion: 4 } })
  expect(await queueOf()).toMatchObject({ state: 'investigating' })
  await act(complaints.act, { params, body: { action: 'pass', expectedVersion: 5, office } })
  expect(await queueOf()).toBeUndefined()
  await expect(backend.as(helper.token)(complaints.staffGet, { params })).rejects.toMatchObject({ code: 'not-found' })
})

test('an older version\'s record is listed, read and can be acted on: 已撤回 stands among the closed ones', async () => {
  const mine = await submit()
  const key = { pk: `${centre}#complaint#${mine.id}`, sk: 'complaint' }
  const table = backend.core.config.tables.complaints
  const { Item } = await backend.core.dynamo.send(new GetCommand({ TableName: table, Key: key }))
  const { helping: _, reopens: __, channel: ___, ...older } = Item!
  await backend.core.dynamo.send(new PutCommand({ TableName: table, Item: { ...older, state: 'withdrawn', stateKey: `${centre}#withdrawn` } }))
  const closed = await backend.as(chief.token)(complaints.staffQueue, { params: {}, query: { state: 'closed', limit: 100 } })
  expect(closed.complaints.find((it) => it.id === mine.id)).toMatchObject({ state: 'closed' })
  expect(await backend.as(chief.token)(complaints.staffGet, { params: { id: mine.id } })).toMatchObject({ state: 'closed', closedAs: 'withdrawn' })
  await backend.as(chief.token)(complaints.act, { params: { id: mine.id }, body: { action: 'reopen', expectedVersion: 1, text: '市民来电，愿意继续' } })
  expect(await backend.as(citizen.token)(complaints.get, { params: { centre, id: mine.id } })).toMatchObject({ state: 'reopened', reopens: 1 })
})

test('the queue is oldest first, goes on from page to page, and counts what is open', async () => {
  const first = await backend.as(chief.token)(complaints.staffQueue, { params: {}, query: { limit: 5 } })
  const second = await backend.as(chief.token)(complaints.staffQueue, { params: {}, query: { limit: 5, cursor: first.cursor! } })
  const times = [...first.complaints, ...second.complaints].map((it) => it.submittedAt)
  expect(times).toEqual([...times].sort())
  expect(new Set([...first.complaints, ...second.complaints].map((it) => it.id)).size).toBe(10)
  const { counts, overdue } = await backend.as(chief.token)(complaints.staffCounts, { params: {} })
  expect(counts.find((it) => it.state === 'submitted')!.count).toBeGreaterThan(10)
  expect(overdue).toBe(0)
})

test('the receipt number finds the complaint for staff, and gives a citizen nothing', async () => {
  const mine = await submit()
  expect((await backend.as(window.token)(complaints.staffFind, { params: { receipt: mine.receipt } })).id).toBe(mine.id)
  const answer = await backend.fetch(`/api/v1/centres/${centre}/complaints/${mine.receipt}`, { headers: { authorization: `Bearer ${citizen.token}` } })
  expect(answer.status).toBe(400)
})

test('a published answer is public without any personal data, and can be taken back', async () => {
  const mine = await submit({ text: '原文里有门牌号', contact: '电话号码' })
  await backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'accept', expectedVersion: 1 } })
  await backend.as(window.token)(complaints.act, { params: { id: mine.id }, body: { action: 'answer', expectedVersion: 2, text: '答复给本人' } })
  await backend.as(chief.token)(complaints.act, { params: { id: mine.id }, body: { action: 'publish', expectedVersion: 3, question: '公开的问题', answer: '公开的答复' } })
  const list = () => backend.as()(complaints.published, { params: { centre } })
  const { answers } = await list()
  expect(answers.find((it) => it.id === mine.id)).toMatchObject({ question: '公开的问题', answer: '公开的答复' })
  expect(JSON.stringify(answers)).not.toMatch(/门牌号|电话号码|答复给本人/)
  await backend.as(chief.token)(complaints.act, { params: { id: mine.id }, body: { action: 'unpublish', expectedVersion: 4 } })
  expect((await list()).answers.map((it) => it.id)).not.toContain(mine.id)
})

test('a risky text is refused with a sentence; a doubtful one, and any while WeChat is silent, goes to a person', async () => {
  await expect(submit({ text: '这里有违规测试' })).rejects.toMatchObject({ code: 'text-risky', status: 422 })
  const doubtful = await submit({ text: '这里有复核测试' })
  const sees = (id: string) => backend.as(window.token)(complaints.staffGet, { params: { id } })
  expect((await sees(doubtful.id)).textReview).toBe(true)
  backend.wechat.state.seen.delete(citizen.openid!)
  const silent = await submit()
  expect((await sees(silent.id)).textReview).toBe(true)
  expect(backend.logLines.some((line) => line.includes('TEXT_CHECK_FAILED'))).toBe(true)
})

test('a name that is not to be shown is not even kept', async () => {
  const mine = await submit({ name: '不想露面的人', showName: false })
  const seen = await backend.as(chief.token)(complaints.staffGet, { params: { id: mine.id } })
  expect(seen.name).toBeUndefined()
  const { Item } = await backend.core.dynamo.send(new GetCommand({ TableName: backend.core.config.tables.complaints, Key: { pk: `${centre}#complaint#${mine.id}`, sk: 'complaint' } }))
  expect(Item).toMatchObject({ receipt: mine.receipt })
  expect(JSON.stringify(Item)).not.toContain('不想露面的人')
})

test('a citizen withdraws an open complaint; afterwards nothing more can be added', async () => {
  const mine = await submit()
  const gone = await backend.as(citizen.token)(complaints.withdraw, { params: { centre, id: mine.id }, body: { expectedVersion: 1 } })
  expect(gone).toMatchObject({ state: 'closed', closedAs: 'withdrawn', actions: [] })
  await expect(backend.as(citizen.token)(complaints.reply, { params: { centre, id: mine.id }, body: { clientKey: newKey(), text: '还想说', photos: [] } })).rejects.toMatchObject({ code: 'action-not-possible' })
})

test('a complaint that is not answered in five working days is overdue, in the queue, in the counts and in the log', async () => {
  const mine = await submit()
  backend.pass(14 * 86_400_000)
  const later = await backend.staff('chief')
  const { overdue } = await backend.as(later.token)(complaints.staffCounts, { params: {} })
  expect(overdue).toBeGreaterThan(0)
  const line = await eventually(async () => {
    for (let cursor: string | undefined; ;) {
      const page = await backend.as(later.token)(complaints.staffQueue, { params: {}, query: { limit: 100, ...(cursor ? { cursor } : {}) } })
      const found = page.complaints.find((it) => it.id === mine.id)
      if (found || !page.cursor) return found
      cursor = page.cursor
    }
  })
  expect(line.overdue).toBe(true)
  await backend.clock()
  await backend.clock()
  const marked = await backend.as(later.token)(complaints.staffGet, { params: { id: mine.id } })
  expect(marked.events.map((it) => [it.action, it.byRole, it.visibility])).toEqual([['submit', 'citizen', 'citizen'], ['overdue', 'clock', 'internal'], ['escalate', 'clock', 'internal']])
  expect(marked.left).toBeLessThan(-3)
  expect(backend.logLines.map((it) => JSON.parse(it)).filter((it) => it.code === 'OVERDUE').pop()).toMatchObject({ centre, count: overdue })
})

test('the log holds no word of a complaint, no contact, no openid and no token', async () => {
  await submit({ text: '日志里不该有这句话', contact: '联系方式壹贰叁' })
  const log = backend.logLines.join('\n')
  expect(log).toContain('"code":"REQUEST"')
  for (const secret of ['日志里不该有这句话', '联系方式壹贰叁', citizen.openid!, citizen.token]) expect(log).not.toContain(secret)
})

test('what the centre asks stands above the list with its question and the days left, the most urgent first, until it is answered, and is nobody else\'s', async () => {
  const [asked, stranger] = [await backend.citizen('device'), await backend.citizen('device')]
  const list = async (token = asked.token) => (await backend.as(token)(complaints.asked, { params: { centre } })).complaints
  let act = backend.as((await backend.staff('window')).token)
  const [first, second, calm] = [await submit({ text: '自助机不出票' }, asked.token), await submit({ text: '叫号屏不亮' }, asked.token), await submit({}, asked.token)]
  await Promise.all([first, second, calm].map(({ id }) => act(complaints.act, { params: { id }, body: { action: 'accept', expectedVersion: 1 } })))
  expect(await list()).toEqual([])
  await act(complaints.act, { params: { id: second.id }, body: { action: 'ask', expectedVersion: 2, text: '哪一块屏？' } })
  await act(complaints.act, { params: { id: second.id }, body: { action: 'note', expectedVersion: 3, text: '内部的话' } })
  backend.pass(5 * 86_400_000)
  act = backend.as((await backend.staff('window')).token)
  await act(complaints.act, { params: { id: first.id }, body: { action: 'ask', expectedVersion: 2, text: '哪一台？' } })
  const [urgent, later, ...others] = await eventually(async () => {
    const found = await list()
    return found.length === 2 ? found : undefined
  })
  expect(others).toEqual([])
  expect(urgent).toMatchObject({ id: second.id, receipt: second.receipt, text: '叫号屏不亮', question: '哪一块屏？' })
  expect(later).toMatchObject({ id: first.id, question: '哪一台？' })
  expect([urgent!.due! < later!.due!, urgent!.left! < later!.left!]).toEqual([true, true])
  expect(await list(stranger.token)).toEqual([])
  await backend.as(asked.token)(complaints.reply, { params: { centre, id: second.id }, body: { clientKey: newKey(), text: '三号窗口上面', photos: [] } })
  expect((await list()).map(({ id }) => id)).toEqual([first.id])
  backend.pass(21 * 86_400_000)
  expect(await list()).toMatchObject([{ id: first.id, left: expect.any(Number) }])
  expect((await list())[0]!.left).toBeLessThan(0)
})
