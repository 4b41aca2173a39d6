import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { may } from '@shared/accounts/permissions'
import { routes } from '@shared/api/routes'
import { addDays, chinaDay } from '@shared/calendar/calendar'
import { exportFormats, type ExportFormat } from '@shared/complaints/export'
import { complaintKinds, complaintKindList, type ComplaintKind } from '@shared/complaints/kinds'
import { complaintStates, complaintStateList, type ComplaintState } from '@shared/complaints/states'
import { now } from '../../platform/clock'
import { toast } from '../../platform/feedback'
import { hasFiles, saveFile } from '../../platform/file'
import { call } from '../../platform/request'
import { useCentre } from '../../state/centre'
import { exporting as words } from '../../texts/staff/dashboard'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { dayFrom } from '../complaint/typed-day'
import { useSending } from '../frame/use-sending'

const types: Readonly<Record<ExportFormat, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv;charset=utf-8' }
/** Days that an export covers if nobody says otherwise. */
const usualDays = 30

/** One choice or none: a second tap takes it back. */
const toggled = <T,>(chosen: T | undefined, value: T): T | undefined => (chosen === value ? undefined : value)

/** Cases of a period as a file, on a computer. */
export function ExportPanel({ account }: { readonly account: StaffAccount }) {
  return <Card title={words.title}>{hasFiles ? <Export account={account} /> : <Notice>{`${words.onComputer}。${words.onComputerDetail}`}</Notice>}</Card>
}

function Export({ account }: { readonly account: StaffAccount }) {
  const { value: centre } = useCentre()
  const today = chinaDay(now())
  const [typed, setTyped] = useState({ from: addDays(today, -usualDays), to: today })
  const [state, setState] = useState<ComplaintState>()
  const [kind, setKind] = useState<ComplaintKind>()
  const [office, setOffice] = useState<string>()
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [wrong, setWrong] = useState<Partial<Record<'from' | 'to', string>>>({})
  const { busy, problem, send } = useSending()
  const submit = () => send(async () => {
    const [from, to] = [dayFrom(typed.from), dayFrom(typed.to)]
    setWrong({ ...(from ? {} : { from: words.wrongDay }), ...(to ? {} : { to: words.wrongDay }) })
    if (!from || !to) return
    const bytes = await call(routes.complaints.export, { params: {}, body: { format, from, to, ...(state ? { state } : {}), ...(kind ? { kind } : {}), ...(office ? { office } : {}) } })
    saveFile(words.file(from, to, format), bytes, types[format])
    toast(words.done)
  })
  const fields = problem?.fields ?? {}
  return (
    <View>
      <Notice tone={may(account.role, 'contact.export') ? 'warn' : 'info'}>{`${may(account.role, 'contact.export') ? words.whole : words.masked}${words.noted}`}</Notice>
      <View className='export-days'>
        <Field id='export-from' label={words.from} initial={typed.from} max={12} error={wrong.from ?? fields.from} onInput={(from) => setTyped((before) => ({ ...before, from }))} />
        <Field id='export-to' label={words.to} initial={typed.to} max={12} error={wrong.to ?? fields.to} onInput={(to) => setTyped((before) => ({ ...before, to }))} />
      </View>
      <View className='export-label'>{words.state}</View>
      <Chips single label={words.state} choices={complaintStateList.map((value) => ({ value, label: complaintStates[value] }))} chosen={state ? [state] : []} onChoose={(value) => setState(toggled(state, value))} />
      <View className='export-label'>{words.kind}</View>
      <Chips single label={words.kind} choices={complaintKindList.map((value) => ({ value, label: complaintKinds[value] }))} chosen={kind ? [kind] : []} onChoose={(value) => setKind(toggled(kind, value))} />
      {may(account.role, 'complaint.read-all') && centre ? (
        <>
          <View className='export-label'>{words.office}</View>
          <Chips single label={words.office} choices={centre.offices.map(({ id, name }) => ({ value: id, label: name }))} chosen={office ? [office] : []} onChoose={(value) => setOffice(toggled(office, value))} />
        </>
      ) : null}
      <View className='export-label'>{words.format}</View>
      <Chips single label={words.format} choices={(Object.keys(exportFormats) as ExportFormat[]).map((value) => ({ value, label: exportFormats[value] }))} chosen={[format]} onChoose={setFormat} />
      {problem && Object.keys(fields).length === 0 ? <Notice tone='bad'>{problem.message}</Notice> : null}
      <View className='button-row export-send'><Button busy={busy} onTap={() => void submit()}>{busy ? words.submitting : words.submit}</Button></View>
    </View>
  )
}
