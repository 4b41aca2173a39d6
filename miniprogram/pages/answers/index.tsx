import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { complaintKinds } from '@shared/complaints/kinds'
import { whenInWords } from '../../texts/when'
import { PageFrame } from '../../frame/page-frame'
import { Paged } from '../../frame/paged'
import { now } from '../../platform/clock'
import { centre } from '../../platform/config'
import { useRefresh } from '../../platform/page'
import { call } from '../../platform/request'
import { useList } from '../../state/use-list'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/states'
import './index.scss'

const words = texts.complaint

/** What others raised and what the centre answered, published without personal data. */
export default function AnswersPage() {
  const list = useList(async (cursor) => {
    const part = await call(routes.complaints.published, { params: { centre }, query: { limit: 20, ...(cursor ? { cursor } : {}) } })
    return { entries: part.answers, cursor: part.cursor }
  })
  useRefresh(list.reload)
  return (
    <PageFrame title={words.answersTitle}>
      <Paged list={list} empty={<EmptyState title={words.answersEmpty} />}>
        {(answers) => answers.map(({ id, kind, question, answer, publishedAt }) => (
          <Card key={id}>
            <View><Badge>{complaintKinds[kind]}</Badge></View>
            <View className='answers__question'>{`${words.question}：${question}`}</View>
            <View className='answers__answer'>{`${words.answer}：${answer}`}</View>
            <View className='answers__when'>{whenInWords(publishedAt, now())}</View>
          </Card>
        ))}
      </Paged>
    </PageFrame>
  )
}
