import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { maxPassed, type PassManyResult } from '@shared/complaints/acts'
import { maxText, type StaffComplaintLine } from '@shared/complaints/complaint'
import { citizenSentence, findTransition } from '@shared/complaints/states'
import { call } from '../../platform/request'
import { useCentre } from '../../state/centre'
import { sentenceOf } from '../../state/problem'
import { act as words } from '../../texts/staff/complaints'
import { desk } from '../../texts/staff/desk'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Notice } from '../../ui/states'
import { ActZone } from '../complaint/act-zone'
import { useDraft } from '../drafts/use-draft'
import { Labelled } from '../frame/labelled'
import { useSending } from '../frame/use-sending'

/** Several complaints to one office. */
export interface PassManyProps {
  /** The chosen lines, as they are on screen. */
  readonly lines: readonly StaffComplaintLine[]
  /** Hears what became of each; those that failed stay chosen. */
  readonly onResult: (result: PassManyResult) => void
  readonly onClose: () => void
}

const whyNot = ({ code, message }: PassManyResult['results'][number]): string =>
  code === 'version-conflict' ? desk.passConflict : code === 'action-not-possible' ? desk.passNotPossible : message ?? ''

/** Office, note, and afterwards what became of each. What was not done stays chosen, and the note stays written, so that it can be sent again. */
export function PassMany({ lines, onResult, onClose }: PassManyProps) {
  const { value: centre } = useCentre()
  const draft = useDraft('complaint/many/pass')
  const [office, setOffice] = useState<string>()
  const [note, setNote] = useState(() => draft.read())
  const [missing, setMissing] = useState(false)
  const [result, setResult] = useState<{ readonly results: PassManyResult['results']; readonly receipts: ReadonlyMap<string, string> }>()
  const { busy, problem, send } = useSending()
  const notAccepted = lines.filter(({ state }) => findTransition(state, 'pass', 'window') === undefined).length
  const failed = result?.results.filter(({ done }) => !done) ?? []
  const pass = async () => {
    if (!office) return setMissing(true)
    await send(async () => {
      const receipts = new Map(lines.map(({ id, receipt }) => [id, receipt]))
      const answer = await call(routes.complaints.passMany, {
        body: { complaints: lines.map(({ id, version }) => ({ id, expectedVersion: version })), office, ...(note.trim() ? { note: note.trim() } : {}) },
      })
      setResult({ results: answer.results, receipts })
      if (answer.results.every(({ done }) => done)) draft.forget()
      onResult(answer)
    })
  }
  const tooMany = lines.length > maxPassed
  return (
    <Sheet open title={desk.passTitle(lines.length)} closeLabel={frame.close} onClose={onClose}>
      {result ? (
        <Notice tone={failed.length === 0 ? 'info' : 'warn'}>
          <View>{desk.passResult(result.results.length - failed.length, failed.length)}</View>
          {failed.map((it) => <View key={it.id}>{desk.passFailed(result.receipts.get(it.id) ?? '', whyNot(it))}</View>)}
          {failed.length > 0 ? <View>{desk.passAgain}</View> : null}
        </Notice>
      ) : null}
      {tooMany ? <Notice tone='warn'>{desk.passTooMany(maxPassed)}</Notice> : null}
      {lines.length > 0 && !result && notAccepted > 0 ? <Notice tone='warn'>{desk.passNotAccepted(notAccepted)}</Notice> : null}
      {lines.length > 0 ? (
        <>
          <ActZone internal title={words.hidden}>
            <Labelled id='many-office' label={words.office} error={missing ? words.officeMissing : undefined}>
              <Chips
                single
                label={words.office}
                choices={(centre?.offices ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                chosen={office ? [office] : []}
                onChoose={(id) => { setOffice(id); setMissing(false) }}
              />
            </Labelled>
            <Field id='many-note' label={words.text.pass} optional={frame.optional} multiline max={maxText} initial={note} onInput={(text) => { setNote(text); draft.keep(text) }} />
          </ActZone>
          <ActZone internal={false} title={words.seenOnly}>{citizenSentence('pass')}</ActZone>
          {problem ? <Notice tone='bad'>{sentenceOf(problem)}</Notice> : null}
          <Button busy={busy} disabled={tooMany} onTap={() => void pass()}>{busy ? words.sending : desk.passSend(lines.length)}</Button>
        </>
      ) : <Button onTap={onClose}>{frame.close}</Button>}
    </Sheet>
  )
}
