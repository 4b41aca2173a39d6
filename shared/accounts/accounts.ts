import * as v from 'valibot'
import { centreId, instant, randomId, text, version } from '../api/fields'
import { localId } from '../centre/centre'
import { staffRoles, type StaffRole } from './roles'

/** Random key that a browser keeps in place of WeChat's login; at least 128 bits. */
export const deviceKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/, '格式不正确'))

/** User name of a staff account: lower-case letters, digits, dot, dash; 3–32. */
export const username = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[a-z0-9][a-z0-9.-]{2,31}$/, '3 至 32 位小写字母、数字、点或短横'))

/** A new password: 10–128 characters. */
export const newPassword = v.pipe(v.string(), v.minLength(10, '至少 10 位'), v.maxLength(128, '最多 128 位'))

/** A password as typed at sign-in. */
export const typedPassword = v.pipe(v.string(), v.minLength(1, '请填写'), v.maxLength(128, '最多 128 位'))

/** Role of staff. */
export const staffRole = v.picklist(Object.keys(staffRoles) as StaffRole[])

/** A session; the token goes into `Authorization: Bearer`. */
const session = { token: v.string(), expiresAt: instant }

/** The citizen who is signed in. */
export const citizenAccount = v.strictObject({
  id: randomId,
  /** How the citizen signs in: WeChat, or an anonymous device. */
  kind: v.picklist(['wechat', 'device']),
  createdAt: instant,
})
/** The citizen who is signed in. */
export type CitizenAccount = v.InferOutput<typeof citizenAccount>

/** Version of the privacy guide (用户隐私保护指引) that the app shows; a new one when the guide changes (docs/launch-wechat.md). */
export const privacyGuideVersion = '2026-11-23'

/** A citizen's answer to the privacy guide (个人信息保护法 第十四条): which version, when, yes or no. */
export const consent = v.strictObject({ version: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, '格式不正确')), at: instant, agreed: v.boolean() })
/** A citizen's answer to the privacy guide. */
export type Consent = v.InferOutput<typeof consent>

/** Session of a citizen. */
export const citizenSession = v.strictObject({ ...session, citizen: citizenAccount })
/** Session of a citizen. */
export type CitizenSession = v.InferOutput<typeof citizenSession>

/** A staff account, as it is shown. */
export const staffAccount = v.strictObject({
  id: randomId,
  centre: centreId,
  username,
  /** Name shown to colleagues, e.g. 3 号窗口. */
  name: text(40),
  role: staffRole,
  /** Office (科室) by id; needed for role `office`. */
  office: v.optional(localId),
  disabled: v.boolean(),
  lockedUntil: v.optional(instant),
  mustChangePassword: v.boolean(),
  createdAt: instant,
  version,
})
/** A staff account, as it is shown. */
export type StaffAccount = v.InferOutput<typeof staffAccount>

/** Session of staff. */
export const staffSession = v.strictObject({ ...session, account: staffAccount })
/** Session of staff. */
export type StaffSession = v.InferOutput<typeof staffSession>
