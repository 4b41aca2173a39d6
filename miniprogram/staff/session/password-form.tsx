import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { call } from '../../platform/request'
import { keepStaffSession } from '../../platform/staff-session'
import { password as words } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { useSending } from '../frame/use-sending'
import { passwordProblems, type PasswordValues } from './password-problems'

/** Changing one's password; `first`: the one that an administrator set. */
export function PasswordForm({ first, onDone }: { readonly first: boolean; readonly onDone: () => void }) {
  const typed = useRef<PasswordValues>({ current: '', next: '', again: '' })
  const [problems, setProblems] = useState<Partial<Record<keyof PasswordValues, string>>>({})
  const { busy, problem, send, clear } = useSending()
  const take = (key: keyof PasswordValues) => (text: string) => {
    typed.current = { ...typed.current, [key]: text }
    setProblems({})
    clear()
  }
  const submit = async () => {
    const found = passwordProblems(typed.current)
    setProblems(found)
    if (Object.keys(found).length > 0) return
    const { current, next } = typed.current
    const went = await send(async () => keepStaffSession(await call(routes.accounts.changePassword, { body: { password: current, newPassword: next } })))
    if (went) onDone()
  }
  const wrong = problem?.code === 'sign-in-failed'
  return (
    <View>
      <Field id='password-current' label={first ? words.first : words.current} password autocomplete='current-password' max={128} error={wrong ? words.wrong : problem?.fields.password ?? problems.current} onInput={take('current')} />
      <Field id='password-next' label={words.next} hint={words.nextHint} password autocomplete='new-password' max={128} error={problem?.fields.newPassword ?? problems.next} onInput={take('next')} />
      <Field id='password-again' label={words.again} password autocomplete='new-password' max={128} error={problems.again} onInput={take('again')} onConfirm={() => void submit()} />
      {problem && !wrong ? <Notice tone='bad'>{problem.message}</Notice> : null}
      <Button wide busy={busy} onTap={() => void submit()}>{busy ? words.submitting : words.submit}</Button>
    </View>
  )
}
