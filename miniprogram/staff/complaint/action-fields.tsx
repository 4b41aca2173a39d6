import { useState } from 'react'
import { View } from '@tarojs/components'
import { chosenClosings, closings, declineReasonList, declineReasons } from '@shared/complaints/codes'
import type { StaffComplaint } from '@shared/complaints/complaint'
import type { FieldProblems } from '@shared/errors/service-error'
import { inWeChat } from '../../platform/config'
import { useShortcuts } from '../../platform/shortcuts'
import { useCentre } from '../../state/centre'
import { act as words } from '../../texts/staff/complaints'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Labelled } from '../frame/labelled'
import type { ActionForm, ActionValues, StaffAction } from './action-form'
import { DayField } from './day-field'
import { MergeTarget } from './merge-target'
import { PassSuggestion } from './pass-suggestion'

/** What an action asks for beside its text. */
export interface ActionFieldsProps {
  readonly action: StaffAction
  readonly form: ActionForm
  readonly complaint: Pick<StaffComplaint, 'id' | 'version' | 'kind' | 'receipt' | 'due'>
  readonly values: ActionValues
  readonly problemAt: (field: string) => string | undefined
  readonly onChange: (more: Partial<ActionValues>) => void
  /** Hears of the complaint into which this one can be merged, once it is on screen. */
  readonly onTarget: (receipt: string | undefined) => void
}

const idOf: Readonly<Record<string, string>> = {
  office: 'act-office', reason: 'act-reason', responsible: 'act-responsible', date: 'act-day', due: 'act-day', by: 'act-by', into: 'act-into', closing: 'act-closing',
  question: 'act-question', answer: 'act-answer', result: 'act-result', before: 'act-photos', after: 'act-photos',
}

/** Id of the field to which the first problem belongs. */
export const firstProblem = (problems: FieldProblems): string => idOf[Object.keys(idOf).find((field) => problems[field]) ?? ''] ?? 'act-text'

/** Id of the field with which a form begins. */
export function firstField(form: ActionForm): string {
  if (form.office) return 'act-office'
  if (form.refusal) return 'act-reason'
  if (form.into) return 'act-into'
  if (form.closing) return 'act-closing'
  if (form.decision || form.due) return 'act-day'
  if (form.publish) return 'act-question'
  return form.text ? 'act-text' : 'act-send'
}

/** The choices and days of an action's form. */
export function ActionFields({ action, form, complaint, values, problemAt, onChange, onTarget }: ActionFieldsProps) {
  const { value: centre } = useCentre()
  const offices = (centre?.offices ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const choose = (chosen: string) => onChange({ office: chosen })
  useShortcuts(form.office ? offices.slice(0, 9).map(({ value }, index) => ({ key: String(index + 1), run: () => choose(value) })) : [])
  const { helping, office } = values
  const [asksHelp, setAsksHelp] = useState(helping.length > 0)
  return (
    <>
      {form.office ? (
        <>
          <PassSuggestion complaint={complaint} values={values} onChange={onChange} />
          <Labelled id='act-office' label={words.office} error={problemAt('office')}>
            <Chips single label={words.office} choices={offices.map((it, index) => (inWeChat || index >= 9 ? it : { ...it, key: String(index + 1) }))} chosen={office ? [office] : []} onChoose={choose} />
          </Labelled>
          {asksHelp ? (
            <Labelled id='act-helping' label={words.helping} hint={words.helpingHint} error={problemAt('helping')}>
              <Chips
                label={words.helping}
                choices={offices.filter(({ value }) => value !== office)}
                chosen={helping}
                onChoose={(one) => onChange({ helping: helping.includes(one) ? helping.filter((it) => it !== one) : [...helping, one] })}
              />
            </Labelled>
          ) : <View className='act__more'><Button kind='text' onTap={() => setAsksHelp(true)}>{words.askHelp}</Button></View>}
        </>
      ) : null}
      {form.refusal ? (
        <>
          <Labelled id='act-reason' label={words.reason} error={problemAt('reason')}>
            <Chips single label={words.reason} choices={declineReasonList.map((value) => ({ value, label: declineReasons[value] }))} chosen={values.reason ? [values.reason] : []} onChoose={(reason) => onChange({ reason })} />
          </Labelled>
          {values.reason === 'notOurs' ? (
            <Field id='act-responsible' label={words.responsible} hint={words.responsibleHint} max={60} initial={values.responsible} error={problemAt('responsible')} onInput={(responsible) => onChange({ responsible })} />
          ) : null}
        </>
      ) : null}
      {form.into ? (
        <>
          <Field id='act-into' label={words.into} hint={words.intoHint} short max={40} initial={values.into} error={problemAt('into')} onInput={(into) => onChange({ into })} />
          <MergeTarget complaint={complaint} typed={values.into} onTarget={onTarget} />
        </>
      ) : null}
      {form.closing ? (
        <Labelled id='act-closing' label={words.closing} error={problemAt('closing')}>
          <Chips single label={words.closing} choices={chosenClosings.map((value) => ({ value, label: closings[value] }))} chosen={values.closing ? [values.closing] : []} onChoose={(closing) => onChange({ closing })} />
        </Labelled>
      ) : null}
      {form.decision ? (
        <>
          <Field id='act-day' label={words.decidedOn} hint={words.dayHint} short max={20} initial={values.day} error={problemAt('date')} onInput={(day) => onChange({ day })} />
          <Field id='act-by' label={words.decidedBy} hint={words.decidedByHint} short max={40} initial={values.by} error={problemAt('by')} onInput={(by) => onChange({ by })} />
        </>
      ) : null}
      {form.due ? (
        <DayField
          label={action === 'extend' ? words.extendDue : words.planDue}
          typed={values.day}
          from={action === 'extend' && complaint.due !== 'unknown' ? complaint.due : undefined}
          error={problemAt('due')}
          onType={(day) => onChange({ day })}
        />
      ) : null}
    </>
  )
}
