import * as v from 'valibot'
import { citizenSession, staffSession, type CitizenSession, type StaffSession } from '@shared/accounts/accounts'
import type { StoredRecord } from './storage'

const parseWith = <T>(schema: v.GenericSchema<unknown, T>) => (value: unknown): T | undefined => {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? parsed.output : undefined
}

/** The citizen's session, kept between visits. */
export const citizenSessionRecord: StoredRecord<CitizenSession | null> = { key: 'citizen-session', version: 1, empty: null, parse: parseWith(citizenSession) }

/** The staff session, kept between visits. */
export const staffSessionRecord: StoredRecord<StaffSession | null> = { key: 'staff-session', version: 1, empty: null, parse: parseWith(staffSession) }

/** The random key that stands for this device where there is no WeChat login. */
export const deviceKeyRecord: StoredRecord<string> = {
  key: 'device-key', version: 1, empty: '', parse: (value) => (typeof value === 'string' && value.length >= 22 ? value : undefined),
}
