import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { staffRoles } from '@shared/accounts/roles'
import { routes } from '@shared/api/routes'
import { now } from '../../platform/clock'
import { confirm, toast } from '../../platform/feedback'
import { randomKey } from '../../platform/random'
import { call } from '../../platform/request'
import { useCentre } from '../../state/centre'
import { accounts as texts } from '../../texts/staff/accounts'
import { frame } from '../../texts/staff/frame'
import { Badge, type Tone } from '../../ui/badge'
import { Button } from '../../ui/button'
import { SearchBox } from '../../ui/search-box'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { Table } from '../../ui/table'
import { officeName } from '../centre/names'
import { StaffFrame } from '../frame/staff-frame'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { whenInWords } from '../../texts/when'
import { firstPassword, found, stateOf } from './account-form'
import { AccountSheet } from './account-sheet'
import { DefaultOfficeNotice } from './default-office-notice'
import { PasswordSheet } from './password-sheet'
import '../items/items.scss'
import './accounts.scss'

const tones: Readonly<Record<ReturnType<typeof stateOf>, Tone>> = { active: 'good', disabled: 'plain', locked: 'bad', first: 'warn' }

/** Accounts of staff, for administrators. */
export default function StaffAccountsPage() {
  return <StaffFrame title={texts.title}>{(me) => <Accounts me={me} />}</StaffFrame>
}

function Accounts({ me }: { readonly me: StaffAccount }) {
  const { value, problem, reload } = useStaffLoaded('accounts', async () => (await call(routes.accounts.list, {})).accounts)
  const { value: centre } = useCentre()
  const [words, setWords] = useState('')
  const [round, setRound] = useState(0)
  const [editing, setEditing] = useState<{ readonly account?: StaffAccount }>()
  const [made, setMade] = useState<{ readonly account: StaffAccount; readonly password: string }>()
  const { busy, problem: failed, send } = useSending()
  const sendThenReload = async (what: () => Promise<void>) => {
    await send(what)
    await reload()
  }
  const switchOn = async (account: StaffAccount) => {
    const body = { expectedVersion: account.version }
    const params = { id: account.id }
    if (account.disabled) return sendThenReload(async () => { await call(routes.accounts.enable, { params, body }); toast(texts.enabled) })
    if (!await confirm({ title: texts.disableTitle(account.name), detail: texts.disableDetail, yes: texts.disable, no: frame.cancel })) return
    await sendThenReload(async () => { await call(routes.accounts.disable, { params, body }); toast(texts.disabled) })
  }
  const reset = async (account: StaffAccount) => {
    if (!await confirm({ title: texts.resetTitle(account.name), detail: texts.resetDetail, yes: texts.reset, no: frame.cancel })) return
    const password = firstPassword(await randomKey())
    await sendThenReload(async () => setMade({ account: await call(routes.accounts.reset, { params: { id: account.id }, body: { expectedVersion: account.version, password } }), password }))
  }
  const list = found(value ?? [], words, (id) => officeName(centre, id))
  const stateWords = (account: StaffAccount) => {
    const state = stateOf(account, now())
    return <Badge tone={tones[state]}>{state === 'locked' && account.lockedUntil ? texts.lockedUntil(whenInWords(account.lockedUntil, now())) : texts.states[state]}</Badge>
  }
  return (
    <View>
      <View className='items-tools'>
        <View className='items-tools__box'>
          <SearchBox key={round} id='accounts-find' label={texts.find} placeholder={texts.findPlaceholder} clearLabel={frame.clear} filled={words !== ''} onInput={setWords} onConfirm={setWords} onClear={() => { setWords(''); setRound(round + 1) }} />
        </View>
        <Button onTap={() => setEditing({})}>{texts.add}</Button>
      </View>
      {failed ? <Notice tone='bad'>{failed.code === 'version-conflict' ? texts.conflict : failed.message}</Notice> : null}
      <DefaultOfficeNotice accounts={value} />
      {problem ? <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} /> : null}
      {!value && !problem ? <Skeleton label={frame.loading} lines={6} /> : null}
      {value ? <View className='quiet items-total' role='status'>{texts.count(list.length)}</View> : null}
      {value && list.length === 0 ? <EmptyState title={texts.empty} /> : null}
      {list.length > 0 ? (
        <Table
          label={texts.list}
          heads={[texts.heads.name, texts.heads.username, texts.heads.role, texts.heads.state, texts.heads.actions]}
          rows={list.map((account) => ({
            key: account.id,
            cells: [
              account.id === me.id ? `${account.name}${texts.me}` : account.name,
              account.username,
              [staffRoles[account.role], officeName(centre, account.office)].filter(Boolean).join(' · '),
              stateWords(account),
              <View key='actions' className='button-row accounts-actions'>
                <Button kind='text' onTap={() => setEditing({ account })}>{texts.change}</Button>
                {account.id === me.id ? null : (
                  <>
                    <Button kind='text' disabled={busy} onTap={() => void reset(account)}>{texts.reset}</Button>
                    <Button kind='text' disabled={busy} onTap={() => void switchOn(account)}>{account.disabled ? texts.enable : texts.disable}</Button>
                  </>
                )}
              </View>,
            ],
          }))}
        />
      ) : null}
      {editing ? (
        <AccountSheet
          key={editing.account?.id ?? 'new'}
          account={editing.account ? list.find(({ id }) => id === editing.account?.id) ?? editing.account : undefined}
          onClose={() => setEditing(undefined)}
          onOvertaken={() => void reload()}
          onDone={(account, password) => {
            setEditing(undefined)
            if (password) setMade({ account, password })
            else toast(texts.changed)
            void reload()
          }}
        />
      ) : null}
      {made ? <PasswordSheet {...made} onClose={() => setMade(undefined)} /> : null}
    </View>
  )
}
