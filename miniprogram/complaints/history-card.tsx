import { View } from '@tarojs/components'
import { now } from '../platform/clock'
import { chinaDay } from '@shared/calendar/calendar'
import { useCentre } from '../state/centre'
import { texts } from '../texts'
import { dayInWords } from '../texts/when'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import './answer-card.scss'

const words = texts.board

/** What the centre states of its 找茬 before this software, marked as 历史; with `cases` also those that are told. Nothing where it states nothing. */
export function HistoryCard({ cases = false }: { readonly cases?: boolean }) {
  const history = useCentre().value?.history
  if (!history) return null
  const inWords = (day: string) => dayInWords(day, chinaDay(now()))
  return (
    <>
      <Card title={words.historyTitle} aside={<Badge tone='info'>{words.history}</Badge>}>
        <View>{words.historyLead(inWords(history.from), inWords(history.until), history.received, history.rectified)}</View>
        <View className='answers__when'>{words.historyNote}</View>
      </Card>
      {cases ? history.cases.map(({ day, question, answer, result }) => (
        <Card key={day}>
          <View><Badge tone='info'>{words.history}</Badge></View>
          <View className='answers__question'>{`${texts.complaint.question}：${question}`}</View>
          <View className='answers__answer'>{`${texts.complaint.answer}：${answer}`}</View>
          {result ? <View className='answers__answer answers__result'>{`${words.result}：${result}`}</View> : null}
          <View className='answers__when'>{inWords(day)}</View>
        </Card>
      )) : null}
    </>
  )
}
