import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { maxText, type StaffComplaint } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import { act as words } from '../../texts/staff/complaints'
import { Badge } from '../../ui/badge'
import { Checklist } from '../../ui/checklist'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { lastAnswer, type ActionValues } from './action-form'
import { anonymised, personalData } from './anonymise'

/** Question and answer as the public will read them. */
export interface PublishFieldsProps {
  readonly complaint: StaffComplaint
  readonly problemAt: (field: string) => string | undefined
  readonly confirmed: boolean
  readonly onConfirm: (on: boolean) => void
  readonly onChange: (values: Partial<ActionValues>) => void
}

const box = 'no-personal-data'

/** Begins with the texts made anonymous, points out what still looks personal, shows the result, and asks that a person has read it. */
export function PublishFields({ complaint, problemAt, confirmed, onConfirm, onChange }: PublishFieldsProps) {
  const known = [complaint.name, complaint.contact]
  const [start] = useState(() => complaint.publicText ?? { question: anonymised(complaint.text, known), answer: anonymised(lastAnswer(complaint), known) })
  const [texts, setTexts] = useState(start)
  useEffect(() => onChange(start), []) // eslint-disable-line react-hooks/exhaustive-deps -- once, with what the fields begin with
  const change = (more: Partial<typeof texts>) => {
    const next = { ...texts, ...more }
    setTexts(next)
    onChange(next)
    if (confirmed) onConfirm(false)
  }
  const left = [...personalData(texts.question, known), ...personalData(texts.answer, known)]
  return (
    <View>
      <Field id='act-question' label={words.question} hint={words.publishHint} multiline max={maxText} initial={start.question} error={problemAt('question')} onInput={(question) => change({ question })} />
      <Field id='act-answer' label={words.answer} multiline max={maxText} initial={start.answer} error={problemAt('answer')} onInput={(answer) => change({ answer })} />
      {left.length > 0 ? <Notice tone='bad'>{words.left(left.join('、'))}</Notice> : null}
      <View className='act__public'>
        <View className='quiet'>{words.preview}</View>
        <View><Badge>{complaintKinds[complaint.kind]}</Badge></View>
        <View className='act__sentence'>{texts.question}</View>
        <View className='act__sentence act__sentence--answer'>{texts.answer}</View>
      </View>
      <Checklist label={words.publishCheck} entries={[{ id: box, title: words.publishCheck }]} ticked={confirmed ? [box] : []} onToggle={() => onConfirm(!confirmed)} />
    </View>
  )
}
