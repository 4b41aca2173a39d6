import { DeleteCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { chinaDay } from '@shared/calendar/calendar'
import { routes } from '@shared/api/routes'
import { createAuditStore } from '../../functions/audit/store'
import { createServices } from '../../functions/lambda/services'
import { centre, centreData, newKey, startBackend, type Backend } from './backend'
import { heldCore } from './held-core'

jest.setTimeout(60_000)

const { accounts, audit, complaints } = routes
const contact = '000 1234 5678'

let backend: Backend
let admin: { token: string; id: string }
let window: { token: string; id: string }
let complaint: string

beforeAll(async () => {
  backend = await startBackend()
  admin = await backend.staff('admin')
  window = await backend.staff('window')
  const citizen = await backend.citizen('device')
  complaint = (await backend.as(citizen.token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'pain', text: '等了很久', contact } })).id
})

afterAll(() => backend.stop())

const today = () => chinaDay(backend.core.now())
const events = async (query: { limit?: number; cursor?: string } = {}) => backend.as(admin.token)(audit.day, { params: { day: today() }, query })
const seen = async () => (await events()).events.filter((it) => it.action === 'contact-see')

test('a contact is not in the case, and is shown to who asks for it, once it has been written down who asked', async () => {
  const before = (await seen()).length
  const detail = await backend.as(window.token)(complaints.staffGet, { params: { id: complaint } })
  expect(detail.hasContact).toBe(true)
  expect(JSON.stringify(detail)).not.toContain(contact)
  expect(await seen()).toHaveLength(before)
  expect(await backend.as(window.token)(complaints.contact, { params: { id: complaint } })).toEqual({ contact })
  expect((await seen())[0]).toMatchObject({ by: window.id, byName: expect.stringContaining('window'), complaint })
})

test('when the look cannot be written down the contact is not shown', async () => {
  const core = heldCore('complaints', backend.core.config, {})
  core.dynamo.middlewareStack.add((next) => async (args) => {
    if ((args.input as { TableName?: string }).TableName === core.config.tables.audit) throw new Error('no audit')
    return next(args)
  }, { step: 'initialize' })
  const staff = { kind: 'staff' as const, centre, id: window.id, name: '窗口', role: 'window' as const, mustChangePassword: false }
  await expect(createServices(core).complaints.staff.contact(staff, complaint)).rejects.toThrow('no audit')
  core.dynamo.destroy()
})

test('an office that does not handle a case learns no contact of it', async () => {
  const office = await backend.staff('office', centreData.offices[0]!.id)
  const before = (await seen()).length
  await expect(backend.as(office.token)(complaints.contact, { params: { id: complaint } })).rejects.toMatchObject({ status: 404 })
  expect(await seen()).toHaveLength(before)
})

test('what is done to an account stands in the log with who did it, page by page, newest first', async () => {
  const target = await backend.staff('window')
  const off = await backend.as(admin.token)(accounts.disable, { params: { id: target.id }, body: { expectedVersion: 1 } })
  await backend.as(admin.token)(accounts.enable, { params: { id: target.id }, body: { expectedVersion: off.version } })
  const found = (await events()).events.filter((it) => it.account === target.id && it.by !== target.id).map(({ action, by }) => [action, by])
  expect(found).toEqual([['account-enable', admin.id], ['account-disable', admin.id], ['account-create', 'start']])
  const first = await events({ limit: 2 })
  const second = await events({ limit: 2, cursor: first.cursor! })
  const all = (await events()).events.map(({ id }) => id)
  expect([...first.events, ...second.events].map(({ id }) => id)).toEqual(all.slice(0, 4))
})

test('who signed in, and whose password was tried in vain, stands in the log; a locked account fills it no further', async () => {
  const { id, username, password } = await backend.staff('window')
  const signIn = (typed: string) => backend.as()(accounts.staffSignIn, { params: {}, body: { centre, username, password: typed } }).catch(() => undefined)
  for (let i = 0; i < 8; i++) await signIn('wrong-password')
  await signIn(password)
  const found = (await events({ limit: 100 })).events.filter((it) => it.by === id).map(({ action }) => action)
  expect(found).toEqual([...Array.from({ length: 5 }, () => 'sign-in-failed'), 'sign-in'])
})

test('no Lambda can change or delete what is in the log, and a second event of the same key is refused', async () => {
  const TableName = backend.core.config.tables.audit
  const { Items = [] } = await backend.core.dynamo.send(new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `${centre}#${today()}` } }))
  const { pk, sk } = Items[0]!
  for (const lambda of ['items', 'complaints', 'accounts', 'admin', 'wechat', 'stream', 'photos', 'clock']) {
    const { dynamo } = heldCore(lambda, backend.core.config, {})
    await expect(dynamo.send(new DeleteCommand({ TableName, Key: { pk, sk } }))).rejects.toMatchObject({ name: 'AccessDeniedException' })
    await expect(dynamo.send(new UpdateCommand({ TableName, Key: { pk, sk }, UpdateExpression: 'SET #by = :x', ExpressionAttributeNames: { '#by': 'by' }, ExpressionAttributeValues: { ':x': 'x' } }))).rejects.toMatchObject({ name: 'AccessDeniedException' })
    dynamo.destroy()
  }
  const store = createAuditStore(backend.core.dynamo, TableName)
  const [one] = await store.day(centre, today(), undefined, 1)
  await expect(store.add(centre, { ...one!, by: 'somebody-else' })).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
  expect(await store.day(centre, today(), undefined, 1)).toEqual([one])
})
