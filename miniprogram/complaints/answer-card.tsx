import { View } from '@tarojs/components'
import type { PublishedAnswer } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import { complaintStates } from '@shared/complaints/states'
import { cut } from '@shared/text/cut'
import { now } from '../platform/clock'
import { open } from '../platform/navigate'
import { useCentre } from '../state/centre'
import { texts } from '../texts'
import { whenInWords } from '../texts/when'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { BeforeAfter } from './before-after'
import './answer-card.scss'

const words = texts.complaint

/** Area, window and “on the net” in words. */
function usePlace({ area, window, online }: PublishedAnswer['where']): string {
  const { value: centre } = useCentre()
  const names = [centre?.areas.find(({ id }) => id === area)?.name, centre?.windows.find(({ id }) => id === window)?.name, online ? words.whereOnline : undefined]
  return names.filter(Boolean).join(' · ')
}

/** What somebody raised, what the centre answered and put right; in a list with the way to all of it. */
export function AnswerCard({ answer, listed = false }: { readonly answer: PublishedAnswer; readonly listed?: boolean }) {
  const { id, kind, state, question, answer: reply, result, publishedAt, month, where, followers, before, after } = answer
  const place = usePlace(where)
  const more = before.length + after.length > 0 ? texts.board.moreWithPhotos : texts.board.more
  return (
    <Card>
      <View className='answers__badges'>
        <Badge>{complaintKinds[kind]}</Badge>
        <Badge>{complaintStates[state]}</Badge>
        {followers > 0 && listed ? <Badge>{words.similarCount(followers)}</Badge> : null}
      </View>
      <View className='answers__question'>{`${words.question}：${question}`}</View>
      <View className='answers__answer'>{`${words.answer}：${reply}`}</View>
      {result ? <View className='answers__answer answers__result'>{`${texts.board.result}：${result}`}</View> : null}
      <BeforeAfter before={before} after={after} />
      <View className='answers__when'>{[month ? texts.board.raised(month) : undefined, place || undefined].filter(Boolean).join(' · ') || whenInWords(publishedAt, now())}</View>
      {listed ? <Button kind='text' label={`${more}：${cut(question, 30)}`} onTap={() => void open('pages/answer/index', { id })}>{more}</Button> : null}
    </Card>
  )
}
