import { View } from '@tarojs/components'
import type { PublishedAnswer } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import { now } from '../platform/clock'
import { texts } from '../texts'
import { whenInWords } from '../texts/when'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import './answer-card.scss'

const words = texts.complaint

/** What somebody raised and what the centre answered. */
export function AnswerCard({ answer: { kind, question, answer, publishedAt } }: { readonly answer: PublishedAnswer }) {
  return (
    <Card>
      <View><Badge>{complaintKinds[kind]}</Badge></View>
      <View className='answers__question'>{`${words.question}：${question}`}</View>
      <View className='answers__answer'>{`${words.answer}：${answer}`}</View>
      <View className='answers__when'>{whenInWords(publishedAt, now())}</View>
    </Card>
  )
}
