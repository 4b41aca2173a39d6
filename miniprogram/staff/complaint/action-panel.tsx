import { useEffect, useRef, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffActBody } from '@shared/complaints/acts'
import { maxText, type StaffComplaint } from '@shared/complaints/complaint'
import { complaintActions } from '@shared/complaints/states'
import type { FieldProblems } from '@shared/errors/service-error'
import { now } from '../../platform/clock'
import { inWeChat } from '../../platform/config'
import { focusOn } from '../../platform/focus'
import { useShortcuts } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { act as words, complaint as complaintWords } from '../../texts/staff/complaints'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { useCentre } from '../../state/centre'
import { useDraft, useDraftPhotos } from '../drafts/use-draft'
import { CopyButton } from '../frame/copy-button'
import type { Sending } from '../frame/use-sending'
import { ActZone } from './act-zone'
import { actionForms, checked, citizenPreview, isGrave, isInternal, startOf, typedFields, type ActionValues, type StaffAction } from './action-form'
import { ActionFields, firstProblem } from './action-fields'
import { EvidencePhotos } from './evidence-photos'
import { Mentions } from './mentions-field'
import { mentionsIn } from './mentions'
import { Phrases } from './phrases-sheet'
import { withAppended } from './phrases'
import { PublishFields } from './publish-fields'
import './act.scss'

/** The small form of one action. */
export interface ActionPanelProps {
  readonly action: StaffAction
  readonly complaint: StaffComplaint
  readonly account: StaffAccount
  readonly sending: Sending
  /** The action is no longer possible: somebody else was quicker. */
  readonly gone: boolean
  /** What is said when somebody else was quicker; stands where the form was just sent, or it would be out of sight on a phone. */
  readonly conflict: ReactNode
  readonly onSend: (body: StaffActBody) => Promise<StaffComplaint | undefined>
  readonly onDone: (after: StaffComplaint) => void
  readonly onToNote: () => void
  readonly onCancel: () => void
}

/** What an action asks for; its words and photos are kept as a draft per complaint and action until the server has them. */
export function ActionPanel({ action, complaint, account, sending, gone, conflict, onSend, onDone, onToNote, onCancel }: ActionPanelProps) {
  const form = actionForms[action]
  const draft = useDraft(`complaint/${complaint.id}/${action}`)
  const drafted = useDraftPhotos(`complaint/${complaint.id}/${action}`)
  const { photos } = drafted
  const noteDraft = useDraft(`complaint/${complaint.id}/note`)
  const offices = useCentre().value?.offices ?? []
  const [values, setValues] = useState<ActionValues>(() => {
    const text = draft.read()
    const drafted = draft.fields()
    const typed = Object.fromEntries(typedFields.filter((field) => drafted[field] !== undefined).map((field) => [field, drafted[field]]))
    return { ...startOf(action, account, now()), ...typed, text, ...(action === 'note' ? { mentions: mentionsIn(text, offices) } : {}) }
  })
  const [restored] = useState(() => draft.read() !== '' || Object.keys(draft.fields()).length > 0 || photos.length > 0)
  const [problems, setProblems] = useState<FieldProblems>({})
  const [inserted, setInserted] = useState(0)
  const [confirmed, setConfirmed] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [target, setTarget] = useState<string>()
  const latest = useRef(values)
  latest.current = values
  const shown = useShown()
  const change = (more: Partial<ActionValues>) => {
    const mentions = action === 'note' && more.text !== undefined ? { mentions: mentionsIn(more.text, offices) } : {}
    setValues({ ...latest.current, ...more, ...mentions })
    setProblems({})
    if (more.text !== undefined) draft.keep(more.text)
    const typed = typedFields.flatMap((field) => (more[field] === undefined ? [] : [[field, more[field]] as const]))
    if (typed.length > 0) draft.keepFields(Object.fromEntries(typed))
  }
  const send = async () => {
    if (gone || sending.busy || waiting) return
    const request = checked(action, { ...latest.current, photos }, complaint.version)
    if ('problems' in request) {
      setProblems(request.problems)
      focusOn(firstProblem(request.problems))
      return
    }
    if (request.body.action === 'merge' && request.body.into !== target) return setProblems({ into: words.intoLook })
    if (form.publish && !confirmed) return setProblems({ confirmed: words.publishUnchecked })
    const after = await onSend(request.body)
    if (!after) return
    draft.forget()
    onDone(after)
  }
  useShortcuts([{ key: 'ctrl+enter', whileTyping: true, run: () => void send() }], shown)
  useEffect(() => { if (inserted) focusOn('act-text') }, [inserted])
  const served = sending.problem?.fields ?? {}
  const problemAt = (field: string) => problems[field] ?? served[field]
  const name = complaintActions[action]
  const preview = citizenPreview(action, complaint, account.role, values)
  const graveWords = (words.grave as Partial<Record<StaffAction, string>>)[action]
  /** Puts other words into the field. */
  const put = (text: string) => {
    change({ text })
    setInserted((before) => before + 1)
  }
  const toNote = () => {
    noteDraft.keep([noteDraft.read(), values.text].filter(Boolean).join('\n'))
    // The words have gone into the note; photos and other fields have not.
    draft.keep('')
    onToNote()
  }
  const internal = isInternal(action)
  const fields = (
    <>
      <ActionFields action={action} form={form} complaint={complaint} values={values} problemAt={problemAt} onChange={change} onTarget={setTarget} />
      {form.publish ? (
        <PublishFields complaint={complaint} problemAt={problemAt} drafted={draft.fields()} onTyped={draft.keepFields} confirmed={confirmed} onConfirm={(on) => { setConfirmed(on); setProblems({}) }} onChange={change} />
      ) : null}
      {form.text ? (
        <Field
          key={inserted}
          id='act-text'
          label={(words.text as Partial<Record<StaffAction, string>>)[action] ?? ''}
          optional={form.required ? undefined : frame.optional}
          hint={(words.internalHint as Partial<Record<StaffAction, string>>)[action]}
          multiline
          max={maxText}
          initial={values.text}
          error={problemAt(form.text)}
          disabled={sending.busy}
          onInput={(text) => change({ text })}
        />
      ) : null}
      {restored ? <View className='quiet'>{complaintWords.restored}</View> : null}
      {form.phrases ? <Phrases action={action} complaint={complaint} current={values.text} onChoose={(phrase) => put(withAppended(latest.current.text, phrase))} /> : null}
      {action === 'note' ? <Mentions text={values.text} offices={offices} mentions={values.mentions} onText={put} /> : null}
      {form.photos ? <EvidencePhotos drafted={drafted} onWaiting={setWaiting} /> : null}
    </>
  )
  return (
    <View id='act' className='act' role='form' aria-label={name}>
      {internal ? <ActZone internal title={words.hidden}>{fields}</ActZone> : null}
      {internal && preview === undefined ? null : (
        <ActZone internal={false} title={internal ? words.seenOnly : form.publish ? words.seenByAll : words.seen}>
          {internal ? null : fields}
          {internal ? <View className='act__sentence'>{preview}</View> : form.publish ? null : (
            <View className='act__reads'>
              {preview && form.text ? <View className='quiet'>{words.reads}</View> : null}
              <View className={preview ? 'act__sentence' : 'quiet'}>{preview || words.readsLater}</View>
            </View>
          )}
        </ActZone>
      )}
      {graveWords ? <Notice tone='warn'>{graveWords}</Notice> : null}
      {problems.confirmed ? <Notice tone='bad'>{problems.confirmed}</Notice> : null}
      {sending.problem && sending.problem.code !== 'version-conflict' && sending.problem.code !== 'action-not-possible' ? <Notice tone='bad'>{sending.problem.message}</Notice> : null}
      {conflict}
      <View className='button-row'>
        {gone ? (
          <>
            <CopyButton text={values.text || values.answer} label={complaintWords.copyText} />
            {form.text ? <Button kind='plain' onTap={toNote}>{complaintWords.toNote}</Button> : null}
            <Button kind='text' onTap={() => { draft.forget(); onCancel() }}>{complaintWords.discard}</Button>
          </>
        ) : (
          <>
            <Button id='act-send' kind={isGrave(action) ? 'danger' : 'primary'} busy={sending.busy} disabled={waiting} onTap={() => void send()}>{sending.busy ? words.sending : words.send(name)}</Button>
            <Button kind='text' onTap={onCancel}>{frame.cancel}</Button>
            {inWeChat ? null : <View className='quiet act__keys'>{words.sendHint}</View>}
          </>
        )}
      </View>
    </View>
  )
}
