import type { Route } from '@shared/api/route'
import { basePath } from '@shared/api/route'
import { routeList, routes } from '@shared/api/routes'
import { may } from '@shared/accounts/permissions'
import { staffRoles, type Role, type StaffRole } from '@shared/accounts/roles'
import { centre, centreData, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const note = '内部备注：先不要对外说'
const contact = '联系方式：零零零'
const words = '只有本人和工作人员该看到的话'
const office = centreData.offices[0]!.id
const roles: Role[] = ['citizen', ...Object.keys(staffRoles) as StaffRole[]]

let backend: Backend
let tokens: Record<Role | 'owner', string>
let complaint: { id: string; receipt: string }

beforeAll(async () => {
  backend = await startBackend()
  const staff = await Promise.all((Object.keys(staffRoles) as StaffRole[]).map(async (role) => [role, (await backend.staff(role, role === 'office' ? office : undefined)).token] as const))
  const owner = await backend.citizen('device')
  const stranger = await backend.citizen('device')
  tokens = { owner: owner.token, citizen: stranger.token, ...Object.fromEntries(staff) as Record<StaffRole, string> }
  complaint = await backend.as(owner.token)(routes.complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'pain', text: words, contact } })
  const act = backend.as(tokens.window)
  await act(routes.complaints.act, { params: { id: complaint.id }, body: { action: 'accept', expectedVersion: 1 } })
  await act(routes.complaints.act, { params: { id: complaint.id }, body: { action: 'note', expectedVersion: 2, text: note } })
})

afterAll(() => backend.stop())

/** A route's path with the seeded complaint wherever an id goes. */
const pathOf = (route: Route) =>
  basePath + route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => (({ centre, id: complaint.id, receipt: complaint.receipt }) as Record<string, string>)[name] ?? '1')

const ask = (route: Route, token?: string) =>
  backend.fetch(pathOf(route), {
    method: route.method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { body: '{}' }),
  })

/** Whether the table of permissions opens a route to a role. */
const mayCall = ({ who }: Route, role: Role) => {
  if (who === 'public') return true
  return who === 'citizen' || role === 'citizen' ? who === role : may(role, who)
}

const guarded = routeList.filter((route) => route.who !== 'public')
const cases = guarded.flatMap((route) => roles.map((role): [string, Role, Route] => [route.id, role, route]))

test.each(guarded.map((route): [string, Route] => [route.id, route]))('%s is closed without a session', async (_, route) => {
  const answer = await ask(route)
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ error: { code: 'sign-in-required' } })
})

test.each(cases.filter(([, role, route]) => !mayCall(route, role)))('%s is forbidden to %s', async (_, role, route) => {
  const answer = await ask(route, tokens[role])
  expect(answer.status).toBe(403)
})

test.each(cases.filter(([, role, route]) => mayCall(route, role) && route.method !== 'DELETE'))('%s is open to %s', async (_, role, route) => {
  expect([401, 403]).not.toContain((await ask(route, tokens[role])).status)
})

test.each(routeList.filter((route) => (route.who === 'public' || route.who === 'citizen') && route.method !== 'DELETE').map((route): [string, Route] => [route.id, route]))(
  '%s tells a stranger nothing of somebody\'s complaint', async (_, route) => {
    const text = await (await ask(route, tokens.citizen)).text()
    for (const secret of [note, contact, words]) expect(text).not.toContain(secret)
  })

test.each(routeList.filter((route) => (route.who === 'public' || route.who === 'citizen') && route.method !== 'DELETE').map((route): [string, Route] => [route.id, route]))(
  '%s tells the owner no internal note, and no contact but in the copy of their data', async (_, route) => {
    const text = await (await ask(route, tokens.owner)).text()
    expect(text).not.toContain(note)
    if (route.id !== 'accounts.exportMe') expect(text).not.toContain(contact)
  })

test('what the tests above look for is there for those who may see it', async () => {
  const owner = await (await ask(routes.complaints.get, tokens.owner)).text()
  expect(owner).toContain(words)
  expect(await (await ask(routes.accounts.exportMe, tokens.owner)).text()).toContain(contact)
  const staff = await (await ask(routes.complaints.staffGet, tokens.window)).text()
  for (const secret of [note, words]) expect(staff).toContain(secret)
  expect(staff).not.toContain(contact)
  expect(await (await ask(routes.complaints.contact, tokens.window)).text()).toContain(contact)
})

test('somebody else\'s complaint is “not found” for a citizen, whatever they try', async () => {
  const call = backend.as(tokens.citizen)
  const params = { centre, id: complaint.id }
  await expect(call(routes.complaints.get, { params })).rejects.toMatchObject({ status: 404 })
  await expect(call(routes.complaints.reply, { params, body: { clientKey: newKey(), text: '冒充' } })).rejects.toMatchObject({ status: 404 })
  await expect(call(routes.complaints.withdraw, { params, body: { expectedVersion: 3 } })).rejects.toMatchObject({ status: 404 })
})

test('a session of one centre opens nothing in another', async () => {
  const call = backend.as(tokens.owner)
  await expect(call(routes.complaints.mine, { params: { centre: '370212' } })).rejects.toMatchObject({ code: 'sign-in-required' })
  await expect(call(routes.complaints.get, { params: { centre: '370212', id: complaint.id } })).rejects.toMatchObject({ status: 401 })
})

test('a made-up, damaged or overlong token opens nothing', async () => {
  for (const token of ['x', `${centre}.${'A'.repeat(43)}`, `${tokens.owner}x`, tokens.owner.slice(0, -1), 'A'.repeat(5000)]) {
    expect((await ask(routes.complaints.mine, token)).status).toBe(401)
  }
})
