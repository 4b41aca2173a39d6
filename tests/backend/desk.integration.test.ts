import { routes } from '@shared/api/routes'
import type { SubmitBody } from '@shared/complaints/complaint'
import { centre, centreData, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { complaints, templates } = routes
const [office, other] = [centreData.offices[0]!.id, centreData.offices[1]!.id]

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
}, 30_000)
afterAll(() => backend.stop())

const submit = async (text: string, more: Partial<SubmitBody> = {}) => {
  const citizen = await backend.citizen('device')
  const complaint = await backend.as(citizen.token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'pain', text, where: {}, photos: [], showName: false, ...more } })
  return { ...complaint, token: citizen.token }
}

test('a clerk finds a case by words of its whole text and by its number; an office finds only its own', async () => {
  const clerk = backend.as((await backend.staff('window')).token)
  const [mine, strange] = [backend.as((await backend.staff('office', office)).token), backend.as((await backend.staff('office', other)).token)]
  const one = await submit(`${'很长的开头，'.repeat(20)}最后一句才说电梯不动`)
  const found = (call: typeof clerk, text: string) => call(complaints.staffSearch, { query: { text } })
  expect((await found(clerk, '电梯 不动')).complaints).toMatchObject([{ id: one.id, version: 1, mine: false }])
  expect((await found(clerk, one.receipt)).complaints).toMatchObject([{ id: one.id }])
  expect((await found(clerk, '电梯 停车')).complaints).toEqual([])
  await clerk(complaints.act, { params: { id: one.id }, body: { action: 'accept', expectedVersion: 1 } })
  await clerk(complaints.act, { params: { id: one.id }, body: { action: 'pass', expectedVersion: 2, office } })
  expect((await found(mine, '电梯')).complaints).toMatchObject([{ id: one.id, office }])
  expect(await found(strange, '电梯')).toEqual({ complaints: [], searched: 0 })
  expect((await found(clerk, '电梯')).complaints).toMatchObject([{ mine: true }])
})

test('what a citizen adds is marked until somebody of the centre acts', async () => {
  const clerk = backend.as((await backend.staff('window')).token)
  const one = await submit('取号机坏了')
  const line = async () => (await clerk(complaints.staffQueue, { query: {} })).complaints.find(({ id }) => id === one.id)
  expect(await line()).not.toHaveProperty('additionAt')
  await backend.as(one.token)(complaints.reply, { params: { centre, id: one.id }, body: { clientKey: newKey(), text: '是二楼那台' } })
  expect(await line()).toMatchObject({ additionAt: expect.any(String), version: 2 })
  await clerk(complaints.act, { params: { id: one.id }, body: { action: 'accept', expectedVersion: 2 } })
  expect(await line()).not.toHaveProperty('additionAt')
})

test('an office that a note speaks to may read the case and add notes, nothing more, and the citizen sees nothing of it', async () => {
  const clerk = backend.as((await backend.staff('window')).token)
  const asked = backend.as((await backend.staff('office', other)).token)
  const one = await submit('空调太冷')
  const params = { id: one.id }
  await expect(asked(complaints.staffGet, { params })).rejects.toMatchObject({ code: 'not-found' })
  await expect(clerk(complaints.act, { params, body: { action: 'note', expectedVersion: 1, text: '@没有的科室', mentions: ['nowhere'] } })).rejects.toMatchObject({ code: 'office-unknown' })
  const noted = await clerk(complaints.act, { params, body: { action: 'note', expectedVersion: 1, text: '请看一下温度', mentions: [other] } })
  expect(noted.events[1]).toMatchObject({ action: 'note', note: '请看一下温度', mentions: [other] })
  expect((await asked(complaints.staffGet, { params })).actions).toEqual(['note'])
  await asked(complaints.act, { params, body: { action: 'note', expectedVersion: 2, text: '已调到 26 度' } })
  await expect(asked(complaints.act, { params, body: { action: 'answer', expectedVersion: 3, text: '已调' } })).rejects.toMatchObject({ status: 403 })
  expect(JSON.stringify(await backend.as(one.token)(complaints.get, { params: { centre, id: one.id } }))).not.toContain(other)
})

test('answer templates: every change is a version that can be undone, and of two who write at once the second is told', async () => {
  const boss = backend.as((await backend.staff('chief')).token)
  const { number, templates: before } = await boss(templates.list, {})
  const added = { id: '0'.repeat(20), name: '致谢', actions: ['answer' as const], kinds: [], states: [], text: '感谢您的{类别}' }
  expect(await boss(templates.put, { body: { expectedNumber: number, templates: [...before, added], note: '' } })).toMatchObject({ number: number + 1, changed: ['致谢'], templates: before.length + 1 })
  await expect(boss(templates.put, { body: { expectedNumber: number, templates: before, note: '' } })).rejects.toMatchObject({ code: 'version-conflict', detail: { currentVersion: number + 1 } })
  await boss(templates.undo, { params: { number: String(number + 1) }, body: { expectedNumber: number + 1 } })
  expect((await boss(templates.list, {})).templates).toEqual(before)
  expect((await boss(templates.history, {})).versions[0]).toMatchObject({ number: number + 2, note: `撤销第 ${number + 1} 次修改` })
})

test('an answer with a variable that is not filled in is refused by the server too', async () => {
  const clerk = backend.as((await backend.staff('window')).token)
  const one = await submit('窗口太少')
  await clerk(complaints.act, { params: { id: one.id }, body: { action: 'accept', expectedVersion: 1 } })
  await expect(clerk(complaints.act, { params: { id: one.id }, body: { action: 'answer', expectedVersion: 2, text: '已于{办结日期}办结' } })).rejects.toMatchObject({ code: 'invalid-request', detail: { fields: { text: expect.stringContaining('{办结日期}') } } })
})
