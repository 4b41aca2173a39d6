/** Roles of staff, as the centre calls them. */
export const staffRoles = {
  window: '窗口',
  office: '科室',
  chief: '科长',
  leader: '分管领导',
  admin: '管理员',
} as const

/** Role of a staff account. */
export type StaffRole = keyof typeof staffRoles

/** Role of whoever acts: a citizen or staff. */
export type Role = 'citizen' | StaffRole

/** Every staff role. */
export const anyStaff = Object.keys(staffRoles) as StaffRole[]
