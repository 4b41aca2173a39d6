import { routes } from '@shared/api/routes'
import { AnswerCard } from '../../complaints/answer-card'
import { PageFrame } from '../../frame/page-frame'
import { Paged } from '../../frame/paged'
import { centre } from '../../platform/config'
import { useRefresh } from '../../platform/page'
import { call } from '../../platform/request'
import { seenAnswers } from '../../state/seen'
import { useList } from '../../state/use-list'
import { texts } from '../../texts'
import { EmptyState } from '../../ui/states'

const words = texts.complaint

/** What others raised and what the centre answered, published without personal data. */
export default function AnswersPage() {
  const list = useList(async (cursor) => {
    const part = await call(routes.complaints.published, { params: { centre }, query: { limit: 20, ...(cursor ? { cursor } : {}) } })
    return { entries: part.answers, cursor: part.cursor }
  }, seenAnswers)
  useRefresh(list.reload)
  return (
    <PageFrame title={words.answersTitle}>
      <Paged list={list} empty={<EmptyState title={words.answersEmpty} />}>
        {(answers) => answers.map((answer) => <AnswerCard key={answer.id} answer={answer} />)}
      </Paged>
    </PageFrame>
  )
}
