import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The administrator's sign-in that is made for one machine. */
export interface LocalStaff {
  username: string
  password: string
}

/** Readable and unguessable: at least 15 letters and digits (over 70 bits), without those that look alike. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return [...randomBytes(20)].filter((byte) => byte < 248).slice(0, 16).map((byte) => letters[byte % letters.length]).join('')
}

/** The sign-in kept in `staff.json` of the data folder, readable by its owner only; made when there is none. */
export function localStaff(folder: string): LocalStaff {
  const file = join(folder, 'staff.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalStaff
  const staff = { username: 'admin', password: newPassword() }
  writeFileSync(file, JSON.stringify(staff, undefined, 2), { mode: 0o600 })
  return staff
}
