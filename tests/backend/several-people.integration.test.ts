import { routes } from '@shared/api/routes'
import type { StaffActBody } from '@shared/complaints/acts'
import type { SubmitBody } from '@shared/complaints/complaint'
import { centre, centreData, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { complaints, messages } = routes
const office = centreData.offices[0]!.id

let backend: Backend
let citizen: { token: string; id: string; openid?: string }

beforeAll(async () => {
  backend = await startBackend()
  citizen = await backend.citizen()
}, 30_000)

afterAll(() => backend.stop())

const body = (more: Partial<SubmitBody> = {}): SubmitBody => ({
  clientKey: newKey(), kind: 'pain', text: '大厅墙上的二维码太多，找一个事项要很久。', where: { area: centreData.areas[0]!.id }, photos: [], showName: false, ...more,
})
const submit = (more: Partial<SubmitBody> = {}, token = citizen.token) => backend.as(token)(complaints.submit, { params: { centre }, body: body(more) })

test('a clerk takes in what somebody says on the telephone: no citizen is made up, the channel is kept, and the centre\'s own number is no contact', async () => {
  const clerk = backend.as((await backend.staff('window')).token)
  const intake = { clientKey: newKey(), channel: 'telephone' as const, kind: 'difficulty' as const, text: '老人不会用机器取号', contact: '13 000 000' }
  const [first, second] = await Promise.all([clerk(complaints.intake, { params: {}, body: intake }), clerk(complaints.intake, { params: {}, body: intake })])
  expect(second.id).toBe(first.id)
  expect(first).toMatchObject({ state: 'submitted', channel: 'telephone', hasContact: true })
  expect(first.events).toMatchObject([{ action: 'submit', by: 'centre', byRole: 'window' }])
  await expect(clerk(complaints.intake, { params: {}, body: { ...intake, clientKey: newKey(), contact: centreData.telephones.desk.replace('-', ' ') } })).rejects.toMatchObject({ code: 'invalid-request', detail: { fields: { contact: expect.any(String) } } })
})

test('two who raise the same thing: the second is merged, closed as 重复, and hears of the answer under their own number', async () => {
  const clerk = backend.as((await backend.staff('window')).token)
  const reader = await backend.citizen('device')
  const kept = await submit({}, (await backend.citizen()).token)
  const same = await submit({ text: '二维码墙找不到事项' }, reader.token)
  const merge = (into: string) => clerk(complaints.act, { params: { id: same.id }, body: { action: 'merge', expectedVersion: 1, into } })
  await expect(merge(same.receipt)).rejects.toMatchObject({ code: 'invalid-request' })
  expect(await merge(kept.receipt)).toMatchObject({ state: 'closed', closedAs: 'duplicate', mergedInto: kept.id })
  expect(await clerk(complaints.staffGet, { params: { id: kept.id } })).toMatchObject({ followers: 1, version: 2 })
  await clerk(complaints.act, { params: { id: kept.id }, body: { action: 'accept', expectedVersion: 2 } })
  await clerk(complaints.act, { params: { id: kept.id }, body: { action: 'answer', expectedVersion: 3, text: '已改为关键词检索' } })
  const inbox = await eventually(async () => {
    const it = (await backend.as(reader.token)(messages.list, { params: { centre } })).messages
    return it.length === 3 ? it : undefined
  })
  expect(inbox[0]).toMatchObject({ title: `找茬 ${same.receipt}：已答复`, text: '答复：已改为关键词检索', complaint: same.id })
  const mine = await backend.as(reader.token)(complaints.get, { params: { centre, id: same.id } })
  expect(JSON.stringify(mine)).not.toContain(kept.receipt)
})

test('who follows a case already, and has their own complaint merged into it, is counted once', async () => {
  const [boss, neighbour, other] = [backend.as((await backend.staff('chief')).token), await backend.citizen('device'), await backend.citizen('device')]
  const kept = await submit({}, (await backend.citizen()).token)
  await boss(complaints.act, { params: { id: kept.id }, body: { action: 'accept', expectedVersion: 1 } })
  await boss(complaints.act, { params: { id: kept.id }, body: { action: 'answer', expectedVersion: 2, text: '答复' } })
  await boss(complaints.act, { params: { id: kept.id }, body: { action: 'publish', expectedVersion: 3, question: '问', answer: '答' } })
  for (const { token } of [neighbour, other]) await backend.as(token)(complaints.follow, { params: { centre, id: kept.id }, body: { follow: true } })
  const same = await submit({ text: '二维码墙找不到事项' }, neighbour.token)
  await boss(complaints.act, { params: { id: same.id }, body: { action: 'merge', expectedVersion: 1, into: kept.receipt } })
  expect(await backend.as(neighbour.token)(complaints.following, { params: { centre, id: kept.id } })).toEqual({ followers: 2, following: true })
  expect((await backend.as(neighbour.token)(complaints.followed, { params: { centre } })).cases).toMatchObject([{ id: kept.id, own: { receipt: same.receipt } }])
})

test('我也遇到: only what is public can be followed, twice is once, and nobody who writes meanwhile is held up', async () => {
  const [boss, neighbour] = [backend.as((await backend.staff('chief')).token), await backend.citizen('device')]
  const mine = await submit({}, (await backend.citizen()).token)
  const follow = (on: boolean) => backend.as(neighbour.token)(complaints.follow, { params: { centre, id: mine.id }, body: { follow: on } })
  await expect(follow(true)).rejects.toMatchObject({ code: 'not-found' })
  await boss(complaints.act, { params: { id: mine.id }, body: { action: 'accept', expectedVersion: 1 } })
  await boss(complaints.act, { params: { id: mine.id }, body: { action: 'answer', expectedVersion: 2, text: '答复' } })
  await boss(complaints.act, { params: { id: mine.id }, body: { action: 'publish', expectedVersion: 3, question: '问', answer: '答' } })
  expect(await follow(true)).toEqual({ followers: 1, following: true })
  expect(await follow(true)).toEqual({ followers: 1, following: true })
  await boss(complaints.act, { params: { id: mine.id }, body: { action: 'close', expectedVersion: 4, closing: 'explained' } })
  const inbox = await eventually(async () => {
    const it = (await backend.as(neighbour.token)(messages.list, { params: { centre } })).messages
    return it.length > 0 ? it : undefined
  })
  expect(inbox[0]).toMatchObject({ text: '已办结。', answer: mine.id })
  expect(inbox[0]).not.toHaveProperty('complaint')
  expect(await follow(false)).toEqual({ followers: 0, following: false })
})

test('我关注的: what I follow is listed with what is public of it, and news of it comes without personal data', async () => {
  const [boss, raiser, neighbour] = [backend.as((await backend.staff('chief')).token), await backend.citizen(), await backend.citizen('device')]
  const mine = await submit({ contact: '扫码加 wxid_zhaocha2026' }, raiser.token)
  const act = (body: StaffActBody) => boss(complaints.act, { params: { id: mine.id }, body })
  const reader = backend.as(neighbour.token)
  const [params, one] = [{ centre }, { centre, id: mine.id }]
  await expect(reader(complaints.following, { params: one })).rejects.toMatchObject({ code: 'not-found' })
  await act({ action: 'accept', expectedVersion: 1 })
  await act({ action: 'answer', expectedVersion: 2, text: '答复' })
  await act({ action: 'publish', expectedVersion: 3, question: '大厅找不到二维码', answer: '已改', confirmed: [] })
  expect(await reader(complaints.following, { params: one })).toEqual({ followers: 0, following: false })
  expect(await backend.as(raiser.token)(complaints.following, { params: one })).toMatchObject({ own: true })
  await reader(complaints.follow, { params: one, body: { follow: true } })
  expect(await reader(complaints.following, { params: one })).toEqual({ followers: 1, following: true })
  const followed = (await reader(complaints.followed, { params, query: {} })).cases
  expect(followed).toEqual([{ id: mine.id, updatedAt: expect.any(String), shown: expect.objectContaining({ question: '大厅找不到二维码', answer: '已改', state: 'answered', followers: 1 }) }])
  expect(JSON.stringify(followed)).not.toMatch(/receipt|contact|二维码太多/)

  await act({ action: 'reopen', expectedVersion: 4, text: '请联系 13812345678 核实' })
  await act({ action: 'unpublish', expectedVersion: 6 })
  const inbox = await eventually(async () => {
    const it = (await reader(messages.list, { params })).messages
    return it.length === 2 ? it : undefined
  })
  expect(inbox[1]).toMatchObject({ text: '重新办理，原因：请联系 〔已隐去〕 核实' })
  expect((await backend.as(raiser.token)(complaints.get, { params: one })).events.map((it) => it.text)).toContain('请联系 13812345678 核实')
  expect((await reader(complaints.followed, { params, query: {} })).cases).toEqual([{ id: mine.id, updatedAt: expect.any(String) }])
  await reader(complaints.follow, { params: one, body: { follow: false } })
  expect((await reader(complaints.followed, { params, query: {} })).cases).toEqual([])
  await expect(reader(complaints.following, { params: one })).rejects.toMatchObject({ code: 'not-found' })
})

test('several are passed on at once, each with its own result', async () => {
  const boss = backend.as((await backend.staff('chief')).token)
  const [first, second] = [await submit({}, (await backend.citizen()).token), await submit({}, (await backend.citizen()).token)]
  await boss(complaints.act, { params: { id: first.id }, body: { action: 'accept', expectedVersion: 1 } })
  const { results } = await boss(complaints.passMany, { params: {}, body: { complaints: [{ id: first.id, expectedVersion: 2 }, { id: second.id, expectedVersion: 1 }], office } })
  expect(results).toMatchObject([{ id: first.id, done: true }, { id: second.id, done: false, code: 'action-not-possible' }])
})

test('a bad rating is called back by somebody else; the second of two is told what the first did', async () => {
  const raiser = await backend.citizen()
  const [one, other] = await Promise.all([backend.staff('window'), backend.staff('window')])
  const mine = await submit({}, raiser.token)
  const params = { id: mine.id }
  const act = backend.as(one.token)
  await act(complaints.act, { params, body: { action: 'accept', expectedVersion: 1 } })
  await act(complaints.act, { params, body: { action: 'answer', expectedVersion: 2, text: '答复' } })
  await expect(backend.as(other.token)(complaints.act, { params, body: { action: 'answer', expectedVersion: 2, text: '我的答复' } }))
    .rejects.toMatchObject({ code: 'version-conflict', detail: { currentVersion: 3, since: [{ what: '答复', by: expect.stringContaining('window') }] } })
  const rate = (body: { expectedVersion: number; rating: 'dissatisfied'; reason?: string }) => backend.as(raiser.token)(complaints.rate, { params: { centre, id: mine.id }, body })
  await expect(rate({ expectedVersion: 3, rating: 'dissatisfied' })).rejects.toMatchObject({ code: 'invalid-request' })
  expect((await rate({ expectedVersion: 3, rating: 'dissatisfied', reason: '没有改' })).actions).not.toContain('rate')
  await expect(act(complaints.act, { params, body: { action: 'callBack', expectedVersion: 4, text: '我自己回访' } })).rejects.toMatchObject({ code: 'action-not-possible' })
  await backend.as(other.token)(complaints.act, { params, body: { action: 'callBack', expectedVersion: 4, text: '已向您说明' } })
  for (const round of [1, 2]) {
    const seen = await backend.as(raiser.token)(complaints.get, { params: { centre, id: mine.id } })
    expect(await backend.as(raiser.token)(complaints.reopen, { params: { centre, id: mine.id }, body: { expectedVersion: seen.version, text: '还是没有改' } })).toMatchObject({ state: 'reopened', reopens: round })
    await act(complaints.act, { params, body: { action: 'answer', expectedVersion: seen.version + 1, text: '再次答复' } })
  }
  expect((await backend.as(raiser.token)(complaints.get, { params: { centre, id: mine.id } })).actions).not.toContain('reopen')
})
