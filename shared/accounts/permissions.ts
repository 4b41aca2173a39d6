import { anyStaff, type StaffRole } from './roles'

/** Everybody but 科室, which sees and handles what it leads or helps with. */
const beyondOffices: readonly StaffRole[] = ['window', 'chief', 'leader', 'admin']
/** Staff who decide for a section or the centre: 科长 or above, and the administrator. */
const deciders: readonly StaffRole[] = ['chief', 'leader', 'admin']
/** Who answers for what the public reads: items, search words, replies. */
const editors: readonly StaffRole[] = ['chief', 'admin']
const administrators: readonly StaffRole[] = ['admin']

/**
 * What each role of staff may do: the one table, by which routes are opened (`who` of a route), services decide and pages show their buttons.
 * What is not in it nobody may do. Which step of a case a role may take in which state is in the state table (shared/complaints/states.ts).
 */
export const permissions = {
  /** Sign out, see and change one's own account. */
  'account.own': anyStaff,
  'account.manage': administrators,
  'audit.read': administrators,
  /** Read cases: an office what it leads or helps with, unless `complaint.read-all` is there too. */
  'complaint.read': anyStaff,
  'complaint.read-all': beyondOffices,
  /** Take steps of the state table. */
  'complaint.act': anyStaff,
  /** Take in what is said at the window or on the telephone. */
  'complaint.take-in': beyondOffices,
  /** See how to reach a citizen; each look is written down. */
  'contact.see': anyStaff,
  /** Take cases out as a file, names and contacts masked unless `contact.export` is there too; each is written down. */
  'complaint.export': anyStaff,
  'contact.export': deciders,
  /** Load, overdue cases, medians and ratings: an office its own, unless `complaint.read-all` is there too. */
  'figures.read': anyStaff,
  /** Pass several cases on at once. */
  'complaint.pass-on': beyondOffices,
  'photo.judge': anyStaff,
  'photo.black-out': anyStaff,
  /** See what lies under black parts, and take black parts away. */
  'photo.original': deciders,
  'item.read': anyStaff,
  'item.edit': editors,
  'item.import': administrators,
  'word.read': anyStaff,
  'word.edit': editors,
  'reply.read': anyStaff,
  'reply.edit': editors,
  'template.read': anyStaff,
  /** Answer templates. */
  'template.edit': deciders,
  /** The inbox of one's desk, office or rank. */
  'message.read': anyStaff,
  /** See what WeChat did not take, and have it sent again. */
  'message.resend': administrators,
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>

/** Something that some staff may do. */
export type Capability = keyof typeof permissions

/** Whether a role may do it; a role or a capability that the table does not know may nothing. */
export function may(role: StaffRole, capability: Capability): boolean {
  const roles: readonly StaffRole[] = Object.prototype.hasOwnProperty.call(permissions, capability) ? permissions[capability] : []
  return roles.includes(role)
}
