import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { isBad, ratingList, ratings, type Rating } from '@shared/complaints/codes'
import { centre } from '../../platform/config'
import { call } from '../../platform/request'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { useAct, useTyped, type ActionProps } from './use-act'

const words = texts.complaint

/** Asks how content the citizen is, in five levels; a bad one says why. */
export function RateCard({ complaint, ...more }: ActionProps) {
  const [rating, setRating] = useState<Rating>()
  const [reason, setReason, forget] = useTyped(complaint.id, 'rate')
  const [lacking, setLacking] = useState(false)
  const { busy, problem, setProblem, act } = useAct('rate', more)
  const bad = rating !== undefined && isBad(rating)
  const send = () => {
    if (!rating) return setProblem(words.rateMissing)
    if (bad && !reason.trim()) return setLacking(true)
    const body = { expectedVersion: complaint.version, rating, ...(bad ? { reason } : {}) }
    void act(() => call(routes.complaints.rate, { params: { centre, id: complaint.id }, body }), bad ? reason : '').then((went) => { if (went) forget() })
  }
  return (
    <Card title={words.rate}>
      <View className='my-complaint__hint'>{words.rateHint}</View>
      <Chips single label={words.rate} choices={ratingList.map((value) => ({ value, label: ratings[value] }))} chosen={rating ? [rating] : []} onChoose={(value) => { setRating(value); setProblem('') }} />
      {bad ? (
        <View className='my-complaint__send'>
          <Field
            id='rate-reason'
            label={words.rateReason}
            hint={words.rateReasonHint}
            multiline
            max={500}
            initial={reason}
            error={lacking && !reason.trim() ? words.rateReasonMissing : undefined}
            onInput={setReason}
          />
        </View>
      ) : null}
      {problem ? <Notice tone='bad'>{problem}</Notice> : null}
      <View className='my-complaint__send'><Button wide busy={busy} onTap={send}>{words.rateSend}</Button></View>
    </Card>
  )
}
