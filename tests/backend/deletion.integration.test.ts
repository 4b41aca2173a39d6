import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { routes } from '@shared/api/routes'
import type { StaffActBody } from '@shared/complaints/acts'
import { sha256 } from '../../functions/platform/ids'
import { centre, centreData, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(120_000)

const { accounts, complaints, messages } = routes
const contact = '000 9876 5432'
const name = '注销前留下的姓名'
const office = centreData.offices[0]!

let backend: Backend
beforeAll(async () => { backend = await startBackend() }, 30_000)
afterAll(() => backend.stop())

type Row = Record<string, unknown>
/** Every row of every table. */
async function everything(): Promise<{ table: string; row: Row }[]> {
  const found: { table: string; row: Row }[] = []
  for (const [table, TableName] of Object.entries(backend.core.config.tables)) {
    for (let ExclusiveStartKey: Row | undefined, more = true; more; more = ExclusiveStartKey !== undefined) {
      const page = await backend.core.dynamo.send(new ScanCommand({ TableName, ExclusiveStartKey }))
      found.push(...(page.Items ?? []).map((row) => ({ table, row })))
      ExclusiveStartKey = page.LastEvaluatedKey
    }
  }
  return found
}

const raise = (token: string, text: string, more: object = {}) =>
  backend.as(token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'pain', text, ...more } })

test('who has deleted themselves after a whole life of a case is in no table any more, and the case has all its events', async () => {
  const [citizen, other, chief] = [await backend.citizen(), await backend.citizen(), await backend.staff('chief')]
  const call = backend.as(citizen.token)
  await backend.wechat.app.request('/_phone/allow', { method: 'POST', body: JSON.stringify({ openid: citizen.openid, template_id: backend.core.config.wechat.progressTemplate }) })
  await call(accounts.consent, { params: { centre }, body: { version: '2026-11-23', agreed: true } })
  const mine = await raise(citizen.token, '大厅的灯坏了', { contact, name, showName: true })
  const steps: StaffActBody[] = [{ action: 'accept' }, { action: 'pass', office: office.id }, { action: 'ask', text: '在哪个位置' }] as never
  let { version } = mine
  const act = async (step: object) => { version = (await backend.as(chief.token)(complaints.act, { params: { id: mine.id }, body: { ...step, expectedVersion: version } as never })).version }
  for (const step of steps) await act(step)
  version = (await call(complaints.reply, { params: { centre, id: mine.id }, body: { clientKey: newKey(), text: '在西门' } })).version
  await act({ action: 'answer', text: '已换灯' })
  version = (await call(complaints.rate, { params: { centre, id: mine.id }, body: { expectedVersion: version, rating: 'verySatisfied' } })).version
  // Whatever else keeps something of a citizen: staff's look at the contact, an export, a case of somebody else that they follow, an answer that WeChat sent.
  expect(await backend.as(chief.token)(complaints.contact, { params: { id: mine.id } })).toMatchObject({ contact })
  const theirs = await raise(other.token, '空调太冷')
  const published = await backend.as(chief.token)(complaints.act, { params: { id: theirs.id }, body: { action: 'accept', expectedVersion: theirs.version } as never })
  await backend.as(chief.token)(complaints.act, { params: { id: theirs.id }, body: { action: 'answer', text: '已调高', expectedVersion: published.version } })
  await eventually(async () => ((await call(messages.list, { params: { centre } })).messages.some(({ title }) => title.includes('已答复')) ? true : undefined))
  await eventually(async () => (backend.wechat.state.sent.some(({ touser }) => touser === citizen.openid) ? true : undefined))

  const before = JSON.stringify(await everything())
  for (const there of [contact, name, citizen.openid!, sha256(`wechat:${citizen.openid}`)]) expect(before).toContain(there)

  await call(accounts.deleteMe, { params: { centre } })

  const rows = await everything()
  for (const gone of [contact, name, citizen.openid!, sha256(`wechat:${citizen.openid}`)]) expect(rows.filter(({ row }) => JSON.stringify(row).includes(gone))).toEqual([])
  // Their random id leads to nobody now. It is left where DynamoDB removes it by itself.
  const named = rows.filter(({ row }) => JSON.stringify(row).includes(citizen.id))
  expect([...new Set(named.map(({ table, row }) => `${table} ${typeof row.ttl === 'number' ? 'until its ttl' : String(row.pk)}`))].sort()).toEqual(['caches until its ttl', 'complaints until its ttl', 'sessions until its ttl'])
  const detail = await backend.as(chief.token)(complaints.staffGet, { params: { id: mine.id } })
  expect(detail.events.map(({ number, action }) => `${number} ${action}`)).toEqual(['1 submit', '2 accept', '3 pass', '4 ask', '5 reply', '6 answer', '7 rate', '8 note'])
  expect(detail).toMatchObject({ text: '大厅的灯坏了', hasContact: false, version: version + 1 })
  expect(backend.logLines.join('\n')).not.toMatch(new RegExp([contact, name, citizen.openid!].join('|')))
})

test('what is sent while the account goes is either taken out with it or not taken at all', async () => {
  for (let round = 0; round < 3; round++) {
    const citizen = await backend.citizen('device')
    const sends = Array.from({ length: 6 }, (_, i) => new Promise((resolve) => setTimeout(resolve, i * 15)).then(() => raise(citizen.token, '删除时发出的找茬', { contact, name, showName: true })))
    const deleted = new Promise((resolve) => setTimeout(resolve, 40)).then(() => backend.as(citizen.token)(accounts.deleteMe, { params: { centre } }))
    const ends = await Promise.allSettled([...sends, deleted])
    expect(ends.at(-1)).toMatchObject({ status: 'fulfilled' })
    for (const end of ends) if (end.status === 'rejected') expect((end.reason as { code?: string }).code).toBe('session-expired')
    const left = (await everything()).filter(({ row }) => JSON.stringify(row).includes(contact) || (row.sk === 'complaint' && row.citizen === citizen.id))
    expect(left).toEqual([])
  }
})

test('a complaint that was on its way when its citizen was deleted is not written any more', async () => {
  const { token, id } = await backend.citizen('device')
  await backend.as(token)(accounts.deleteMe, { params: { centre } })
  const body = { clientKey: newKey(), kind: 'pain' as const, text: '在路上的找茬', contact, where: {}, photos: [], showName: false }
  // As the service sees a request that was let in just before.
  const late = backend.services.complaints.citizens.submit({ kind: 'citizen', centre, id, signIn: 'device', createdAt: '2026-11-23T00:00:00.000Z' }, body)
  await expect(late).rejects.toMatchObject({ code: 'session-expired' })
  expect((await everything()).filter(({ row }) => JSON.stringify(row).includes('在路上的找茬'))).toEqual([])
})
