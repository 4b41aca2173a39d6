import { routeList } from '../api/routes'
import { may, permissions, type Capability } from './permissions'
import { anyStaff, type StaffRole } from './roles'

const capabilities = Object.keys(permissions) as Capability[]

test('what the table does not name nobody may do', () => {
  for (const role of anyStaff) {
    for (const unknown of ['', 'complaint', 'constructor', 'toString', '__proto__', 'complaint.delete']) expect(may(role, unknown as Capability)).toBe(false)
  }
  for (const unknown of ['', 'citizen', 'clock', 'helper', 'root']) for (const it of capabilities) expect(may(unknown as StaffRole, it)).toBe(false)
})

test('every staff route stands in the table, and a capability without a route is one that a service asks for', () => {
  const asked = new Set(routeList.map(({ who }) => who))
  for (const who of asked) if (who !== 'public' && who !== 'citizen') expect(capabilities).toContain(who)
  // What a route opens to more roles than may do all of it.
  expect(capabilities.filter((it) => !asked.has(it)).sort()).toEqual(['complaint.read-all', 'contact.export'])
})

test('accounts, the audit log and imports are the administrator\'s, and originals of photos and contacts in a file those who decide', () => {
  const who = (it: Capability) => anyStaff.filter((role) => may(role, it))
  for (const it of ['account.manage', 'audit.read', 'item.import'] as const) expect(who(it)).toEqual(['admin'])
  for (const it of ['photo.original', 'contact.export'] as const) expect(who(it)).toEqual(['chief', 'leader', 'admin'])
  expect(who('complaint.read-all')).not.toContain('office')
})

test('every capability is held by somebody, and by each role once', () => {
  for (const it of capabilities) {
    expect(permissions[it].length).toBeGreaterThan(0)
    expect(new Set(permissions[it]).size).toBe(permissions[it].length)
  }
})
