import * as v from 'valibot'
import { newPassword } from '@shared/accounts/accounts'
import { fieldProblems } from '@shared/errors/field-problems'
import { password as words } from '../../texts/staff/frame'

/** What the form holds. */
export interface PasswordValues { readonly current: string; readonly next: string; readonly again: string }

/** What is wrong before anything is sent, by field; the schema's own sentences. */
export function passwordProblems({ current, next, again }: PasswordValues): Partial<Record<keyof PasswordValues, string>> {
  const parsed = v.safeParse(v.object({ current: v.pipe(v.string(), v.minLength(1)), next: newPassword }), { current, next })
  const problems: Partial<Record<keyof PasswordValues, string>> = parsed.success ? {} : fieldProblems(parsed.issues)
  if (!problems.next && next === current) problems.next = words.same
  if (!problems.next && next !== again) problems.again = words.different
  return problems
}
