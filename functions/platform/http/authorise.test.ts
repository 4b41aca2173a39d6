import { permissions } from '@shared/accounts/permissions'
import { anyStaff, type Role } from '@shared/accounts/roles'
import { routeList } from '@shared/api/routes'
import type { Route } from '@shared/api/route'
import { ServiceError } from '@shared/errors/service-error'
import type { Actor } from '../actor'
import { authorise } from './authorise'

const centre = '370214'

/** Everybody who holds a session, by the token that this test gives them. */
const actorOf = (token: string): Actor => (token === 'citizen'
  ? { kind: 'citizen', centre, id: 'c', signIn: 'device', createdAt: '2026-11-23T00:00:00.000Z' }
  : { kind: 'staff', centre, id: 's', name: '3 号窗口', role: token as (typeof anyStaff)[number], mustChangePassword: false })

async function statusFor(route: Route, who: Role | 'nobody', change: Partial<Actor> = {}): Promise<number> {
  try {
    await authorise(route, who === 'nobody' ? '' : who, centre, async (token) => ({ ...actorOf(token), ...change }) as Actor)
    return 200
  } catch (error) {
    return (error as ServiceError).status
  }
}

/** Status by the table, read without the function that decides. */
function expected({ who }: Route, caller: Role | 'nobody'): number {
  if (who === 'public') return 200
  if (caller === 'nobody') return 401
  if (who === 'citizen' || caller === 'citizen') return who === caller ? 200 : 403
  return (permissions[who] as readonly string[]).includes(caller) ? 200 : 403
}

const callers: (Role | 'nobody')[] = ['nobody', 'citizen', ...anyStaff]

test.each(routeList.map((route): [string, Route] => [route.id, route]))('%s is open to those whom the table names and to nobody else', async (_, route) => {
  const found = await Promise.all(callers.map(async (who) => [who, await statusFor(route, who)]))
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(callers.map((who) => [who, expected(route, who)])))
})

test('a route whose capability is in no table is closed to every role', async () => {
  const stray = { ...routeList[0]!, who: 'complaint.erase' as Route['who'] }
  for (const who of callers) expect(await statusFor(stray, who)).toBe(who === 'nobody' ? 401 : 403)
})

test('a citizen\'s session opens nothing of another centre', async () => {
  for (const route of routeList.filter(({ who }) => who === 'citizen')) expect(await statusFor(route, 'citizen', { centre: '370212' })).toBe(401)
})

test('before the first password is changed staff can do nothing but change it, see who they are, and sign out', async () => {
  const open = []
  for (const route of routeList.filter(({ who }) => who !== 'public' && who !== 'citizen')) {
    if ((await statusFor(route, 'admin', { mustChangePassword: true })) === 200) open.push(route.id)
  }
  expect(open.sort()).toEqual(['accounts.changePassword', 'accounts.staffMe', 'accounts.staffSignOut'])
})
