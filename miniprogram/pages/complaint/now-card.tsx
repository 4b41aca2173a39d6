import { View } from '@tarojs/components'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import { dueSentence } from '../../complaints/due-sentence'
import { now } from '../../platform/clock'
import { open } from '../../platform/navigate'
import { useCentre } from '../../state/centre'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { nowOf } from './now-of'

const words = texts.complaint

/** First of all on the page: how far it is, what the centre said last, by when it goes on, and what the citizen can do. */
export function NowCard({ complaint }: { readonly complaint: CitizenComplaint }) {
  const { value: centre } = useCentre()
  const { title, said, next } = nowOf(complaint, centre?.telephones.complaint)
  const due = dueSentence(complaint, now())
  return (
    <Card title={words.nowTitle}>
      <View className={`my-complaint__now ${complaint.state === 'asked' ? 'my-complaint__now--asked' : ''}`}>{title}</View>
      {said ? <View className='my-complaint__said'>{said}</View> : null}
      {due ? <View className='my-complaint__due'>{due}</View> : null}
      {next.map((line) => <View key={line} className='my-complaint__due'>{line}</View>)}
      {complaint.closedAs === 'duplicate' ? <View className='my-complaint__send'><Button kind='plain' onTap={() => void open('pages/complaints/index', { tab: 'followed' })}>{words.followed}</Button></View> : null}
    </Card>
  )
}
