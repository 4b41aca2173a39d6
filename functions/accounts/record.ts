import * as v from 'valibot'
import { consent, staffAccount } from '@shared/accounts/accounts'

/** A staff account, as it is stored. */
export const staffRecord = v.object({
  ...staffAccount.entries,
  password: v.string(),
  /** Moves on when every session of the account must end. */
  epoch: v.number(),
  /** Wrong passwords since the last right one. */
  failures: v.number(),
})
/** A staff account, as it is stored. */
export type StaffRecord = v.InferOutput<typeof staffRecord>

/** A citizen's account, as it is stored. */
export const citizenRecord = v.object({
  centre: v.string(),
  id: v.string(),
  kind: v.picklist(['wechat', 'device']),
  createdAt: v.string(),
  /** Hash of openid or device key, under which the account is found at sign-in. */
  identity: v.string(),
  openid: v.optional(v.string()),
  /** Answers to the privacy guide, oldest first. */
  consents: v.optional(v.array(consent), []),
})
/** A citizen's account, as it is stored. */
export type CitizenRecord = v.InferOutput<typeof citizenRecord>
