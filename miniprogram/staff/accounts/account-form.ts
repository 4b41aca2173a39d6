import * as v from 'valibot'
import { routes } from '@shared/api/routes'
import { staffRoles, type StaffRole } from '@shared/accounts/roles'
import type { StaffAccount } from '@shared/accounts/accounts'
import { fieldProblems } from '@shared/errors/field-problems'
import type { FieldProblems } from '@shared/errors/service-error'
import { accounts as texts } from '../../texts/staff/accounts'

/** What the form of an account holds. */
export interface AccountForm {
  readonly username: string
  readonly name: string
  readonly role: StaffRole
  readonly office: string
}

/** The form of a new account. */
export const emptyAccount: AccountForm = { username: '', name: '', role: 'window', office: '' }

/** The form of a stored account. */
export const formOfAccount = ({ username, name, role, office }: StaffAccount): AccountForm => ({ username, name, role, office: office ?? '' })

const content = ({ name, role, office }: AccountForm) => ({ name, role, ...(office ? { office } : {}) })

function checked<S extends v.GenericSchema>(schema: S, body: unknown, form: AccountForm): { readonly body: v.InferOutput<S> } | { readonly problems: FieldProblems } {
  const parsed = v.safeParse(schema, body)
  const problems = { ...(parsed.success ? {} : fieldProblems(parsed.issues)), ...(form.role === 'office' && !form.office ? { office: texts.officeMissing } : {}) }
  return parsed.success && Object.keys(problems).length === 0 ? { body: parsed.output } : { problems }
}

/** Request of a new account with its first password, or sentences by field. */
export const newAccount = (form: AccountForm, password: string) => checked(routes.accounts.create.body, { username: form.username, password, ...content(form) }, form)

/** Request of a change, or sentences by field. */
export const changedAccount = (form: AccountForm, expectedVersion: number) => checked(routes.accounts.change.body, { expectedVersion, ...content(form) }, form)

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password that can be read out and written down: 16 letters and digits in fours, without those that look alike; `random` gives letters of `[A-Za-z0-9_-]`. */
export function firstPassword(random: string): string {
  const all = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  // 62 of 64 values fall evenly on 31 letters; the two others are passed over.
  const made = Array.from(random, (letter) => all.indexOf(letter)).filter((value) => value >= 0 && value < 62).map((value) => letters[value % letters.length]).slice(0, 16).join('')
  return made.replace(/(.{4})(?=.)/g, '$1-')
}

/** State of an account in words: disabled, locked until a time, first password not changed yet, or active. */
export function stateOf(account: StaffAccount, nowMs: number): 'disabled' | 'locked' | 'first' | 'active' {
  if (account.disabled) return 'disabled'
  if (account.lockedUntil && Date.parse(account.lockedUntil) > nowMs) return 'locked'
  return account.mustChangePassword ? 'first' : 'active'
}

/** Accounts with the given words in name, user name, role or office: active ones first, then by name. */
export function found(accounts: readonly StaffAccount[], words: string, officeOf: (id: string | undefined) => string | undefined): StaffAccount[] {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const text = ({ name, username, role, office }: StaffAccount) => [name, username, staffRoles[role], officeOf(office) ?? ''].join('\n').toLowerCase()
  return accounts
    .filter((account) => wanted.every((word) => text(account).includes(word)))
    .sort((a, b) => Number(a.disabled) - Number(b.disabled) || (a.username < b.username ? -1 : a.username > b.username ? 1 : 0))
}
