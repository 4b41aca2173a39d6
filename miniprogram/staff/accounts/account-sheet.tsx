import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { anyStaff, staffRoles } from '@shared/accounts/roles'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { FieldProblems } from '@shared/errors/service-error'
import { randomKey } from '../../platform/random'
import { call } from '../../platform/request'
import { useShortcuts } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { useCentre } from '../../state/centre'
import { accounts as texts } from '../../texts/staff/accounts'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { Sheet } from '../../ui/sheet'
import { Labelled } from '../frame/labelled'
import { useSending } from '../frame/use-sending'
import { changedAccount, emptyAccount, firstPassword, formOfAccount, newAccount, type AccountForm } from './account-form'

/** Creating an account, or changing one. */
export interface AccountSheetProps {
  readonly account: StaffAccount | undefined
  readonly onClose: () => void
  /** `password`: the first password of a new account, to be shown once. */
  readonly onDone: (account: StaffAccount, password: string | undefined) => void
  /** A colleague was quicker. */
  readonly onOvertaken: () => void
}

/** User name, name, role and office. */
export function AccountSheet({ account, onClose, onDone, onOvertaken }: AccountSheetProps) {
  const [form, setForm] = useState<AccountForm>(() => (account ? formOfAccount(account) : emptyAccount))
  const [problems, setProblems] = useState<FieldProblems>({})
  const { value: centre } = useCentre()
  const { busy, problem, send, clear } = useSending()
  const shown = useShown()
  const change = (part: Partial<AccountForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
    clear()
  }
  const create = async () => {
    const password = firstPassword(await randomKey())
    const request = newAccount(form, password)
    if ('problems' in request) return setProblems(request.problems)
    await send(async () => onDone(await call(routes.accounts.create, { body: request.body }), password))
  }
  const save = async (stored: StaffAccount) => {
    const request = changedAccount(form, stored.version)
    if ('problems' in request) return setProblems(request.problems)
    const went = await send(async () => onDone(await call(routes.accounts.change, { params: { id: stored.id }, body: request.body }), undefined))
    if (!went) onOvertaken()
  }
  const submit = () => void (account ? save(account) : create())
  useShortcuts([{ key: 'ctrl+enter', whileTyping: true, run: submit }], shown, 'dialog')
  const served: FieldProblems = problem?.code === 'username-taken' ? { username: problem.message } : problem?.code === 'office-unknown' ? { office: problem.message } : problem?.fields ?? {}
  const at = (field: string) => problems[field] ?? served[field]
  return (
    <Sheet open title={account ? texts.changeTitle : texts.newTitle} closeLabel={frame.close} onClose={onClose}>
      {account ? null : <Field id='account-username' label={texts.username} hint={texts.usernameHint} autocomplete='off' max={32} error={at('username')} onInput={(username) => change({ username })} />}
      <Field id='account-name' label={texts.name} hint={texts.nameHint} max={40} initial={form.name} error={at('name')} onInput={(name) => change({ name })} />
      <Labelled id='account-role' label={texts.role} hint={texts.roleHints[form.role]}>
        <Chips single label={texts.role} choices={anyStaff.map((role) => ({ value: role, label: staffRoles[role] }))} chosen={[form.role]} onChoose={(role) => change({ role })} />
      </Labelled>
      <Labelled id='account-office' label={texts.office} optional={form.role !== 'office'} error={at('office')}>
        <Chips single label={texts.office} choices={(centre?.offices ?? []).map(({ id, name }) => ({ value: id, label: name }))} chosen={[form.office]} onChoose={(office) => change({ office: office === form.office ? '' : office })} />
      </Labelled>
      {problem && Object.keys(served).length === 0 ? <Notice tone='bad'>{problem.code === 'version-conflict' ? texts.conflict : problem.message}</Notice> : null}
      <View className='button-row'>
        <Button busy={busy} onTap={submit}>{busy ? texts.saving : account ? texts.save : texts.create}</Button>
        <Button kind='text' onTap={onClose}>{frame.cancel}</Button>
      </View>
    </Sheet>
  )
}
