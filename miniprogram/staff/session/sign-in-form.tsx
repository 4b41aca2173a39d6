import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffSession } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import { centre } from '../../platform/config'
import { focusOn } from '../../platform/focus'
import { call } from '../../platform/request'
import { keepStaffSession } from '../../platform/staff-session'
import { sentenceOf } from '../../state/problem'
import { signIn } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { useSending } from '../frame/use-sending'

/** Sign-in with user name and password; with `username` only the password is asked for. */
export interface SignInFormProps {
  readonly username?: string
  readonly onDone: (session: StaffSession) => void
}

/** The sign-in's fields and sentences: wrong, locked and disabled come from the error registry. */
export function SignInForm({ username: fixed, onDone }: SignInFormProps) {
  const typed = useRef({ username: fixed ?? '', password: '' })
  const [missing, setMissing] = useState(false)
  const { busy, problem, send, clear } = useSending()
  const submit = async () => {
    const { username, password } = typed.current
    if (!username.trim() || !password) {
      setMissing(true)
      focusOn(username.trim() ? 'sign-in-password' : 'sign-in-username')
      return
    }
    const went = await send(async () => {
      const session = await call(routes.accounts.staffSignIn, { body: { centre, username, password } })
      keepStaffSession(session)
      onDone(session)
    })
    if (!went) focusOn('sign-in-password')
  }
  const take = (key: 'username' | 'password') => (text: string) => {
    typed.current[key] = text
    setMissing(false)
    clear()
  }
  const said = missing ? signIn.missing : problem ? sentenceOf(problem) : undefined
  return (
    <View>
      {fixed ? null : (
        <Field id='sign-in-username' label={signIn.username} autocomplete='username' max={32} onInput={take('username')} onConfirm={() => focusOn('sign-in-password')} />
      )}
      <Field id='sign-in-password' label={signIn.password} password autocomplete='current-password' max={128} onInput={take('password')} onConfirm={() => void submit()} />
      {said ? <Notice tone='bad'>{said}</Notice> : null}
      <Button wide busy={busy} onTap={() => void submit()}>{busy ? signIn.submitting : signIn.submit}</Button>
    </View>
  )
}
