import { useState } from 'react'
import { View } from '@tarojs/components'
import type { IntakeBody } from '@shared/complaints/acts'
import { routes } from '@shared/api/routes'
import { maxText, type StaffComplaint } from '@shared/complaints/complaint'
import { complaintKindList, complaintKinds } from '@shared/complaints/kinds'
import { open } from '../../platform/navigate'
import { randomKey } from '../../platform/random'
import { call } from '../../platform/request'
import { useLeaveQuestion } from '../../platform/use-leave-question'
import { useCentre } from '../../state/centre'
import { intake as words } from '../../texts/staff/intake'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { useDraft } from '../drafts/use-draft'
import { CopyButton } from '../frame/copy-button'
import { Labelled } from '../frame/labelled'
import { StaffFrame } from '../frame/staff-frame'
import { useSending } from '../frame/use-sending'

type Values = Pick<IntakeBody, 'channel' | 'where'> & { readonly kind?: IntakeBody['kind']; readonly contact: string; readonly name: string }
const nothing: Values = { channel: 'window', where: {}, contact: '', name: '' }

/** Takes in what somebody says at the window or on the telephone; gives the receipt number to read out. */
export default function StaffIntakePage() {
  const [done, setDone] = useState<StaffComplaint>()
  return (
    <StaffFrame title={words.title}>
      {() => (
        <View className='narrow-page'>
          {done ? <Receipt complaint={done} onNext={() => setDone(undefined)} /> : <Form onDone={setDone} />}
        </View>
      )}
    </StaffFrame>
  )
}

function Receipt({ complaint, onNext }: { readonly complaint: StaffComplaint; readonly onNext: () => void }) {
  return (
    <View>
      <Notice tone='good'>{words.done(complaint.receipt)}</Notice>
      <View className='quiet'>{words.doneDetail}</View>
      <View className='button-row'>
        <Button onTap={() => void open('staff/complaint/index', { id: complaint.id })}>{words.see}</Button>
        <CopyButton text={complaint.receipt} label={words.copy} />
        <Button kind='text' onTap={onNext}>{words.next}</Button>
      </View>
    </View>
  )
}

function Form({ onDone }: { readonly onDone: (complaint: StaffComplaint) => void }) {
  const draft = useDraft('intake')
  const { value: centre } = useCentre()
  const [text, setText] = useState(() => draft.read())
  const [values, setValues] = useState(nothing)
  const [clientKey, setClientKey] = useState('')
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const sending = useSending()
  // What the citizen said is a draft of whoever is signed in; who they are and how to reach them is never kept on a computer that a window shares.
  useLeaveQuestion(Boolean(values.contact.trim() || values.name.trim()), words.leave)
  const edited = () => {
    setMissing({})
    setClientKey('')
  }
  const change = (more: Partial<Values>) => {
    setValues({ ...values, ...more })
    edited()
  }
  const problemAt = (field: string) => missing[field] ?? sending.problem?.fields?.[field]
  const send = async () => {
    const { kind, contact, name, ...rest } = values
    if (!kind || !text.trim()) return setMissing({ ...(kind ? {} : { kind: words.kindMissing }), ...(text.trim() ? {} : { text: words.textMissing }) })
    // The key stays with what was written: sending it again after a lost answer is not a second complaint. Changed words get a new one.
    const key = clientKey || await randomKey()
    setClientKey(key)
    await sending.send(async () => {
      const complaint = await call(routes.complaints.intake, { params: {}, body: { clientKey: key, kind, text, ...rest, ...(contact.trim() ? { contact } : {}), ...(name.trim() ? { name } : {}) } })
      draft.forget()
      onDone(complaint)
    })
  }
  return (
    <View role='form' aria-label={words.title}>
      <Labelled id='intake-channel' label={words.channel}>
        <Chips single label={words.channel} choices={words.channels} chosen={[values.channel]} onChoose={(channel) => change({ channel })} />
      </Labelled>
      <Labelled id='intake-kind' label={words.kind} error={problemAt('kind')}>
        <Chips single label={words.kind} choices={complaintKindList.map((value) => ({ value, label: complaintKinds[value] }))} chosen={values.kind ? [values.kind] : []} onChoose={(kind) => change({ kind })} />
      </Labelled>
      <Field id='intake-text' label={words.text} hint={words.textHint} multiline max={maxText} initial={text} error={problemAt('text')} onInput={(typed) => { setText(typed); draft.keep(typed); edited() }} />
      <Labelled id='intake-area' label={words.area} optional>
        <Chips
          single
          label={words.area}
          choices={(centre?.areas ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          chosen={values.where.area ? [values.where.area] : []}
          onChoose={(area) => change({ where: area === values.where.area ? {} : { area } })}
        />
      </Labelled>
      <Field id='intake-contact' short label={words.contact} hint={words.contactHint} optional={frame.optional} max={60} initial={values.contact} error={problemAt('contact')} onInput={(contact) => change({ contact })} />
      <Field id='intake-name' short label={words.name} optional={frame.optional} max={20} initial={values.name} error={problemAt('name')} onInput={(name) => change({ name })} />
      {sending.problem && !sending.problem.fields ? <Notice tone='bad'>{sending.problem.message}</Notice> : null}
      <View className='button-row'><Button busy={sending.busy} onTap={() => void send()}>{words.send}</Button></View>
    </View>
  )
}
