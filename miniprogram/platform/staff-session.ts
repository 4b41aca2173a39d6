import type { StaffSession } from '@shared/accounts/accounts'
import { now } from './clock'
import { listeners } from './listeners'
import { staffSessionRecord } from './session-records'
import { read, remove, write } from './storage'

const sessions = listeners()

/** The staff session of this device, while it holds. Staff sign in with a password: nothing renews it silently. */
export function staffSession(): StaffSession | undefined {
  const session = read(staffSessionRecord)
  return session && Date.parse(session.expiresAt) > now() ? session : undefined
}

/** Keeps the session of a sign-in. */
export function keepStaffSession(session: StaffSession): void {
  write(staffSessionRecord, session)
  sessions.tell()
}

/** Ends it on this device. */
export function forgetStaffSession(): void {
  remove(staffSessionRecord)
  sessions.tell()
}

/** Calls the listener when a session begins or ends on this page; gives the function that stops it. */
export const onStaffSession = sessions.subscribe
