import { routes } from '@shared/api/routes'
import { PageFrame } from '../../frame/page-frame'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { usePageQuery, useRefresh } from '../../platform/page'
import { call } from '../../platform/request'
import { useShare } from '../../platform/share'
import { useLoaded } from '../../state/use-loaded'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { AnswerCard } from '../../complaints/answer-card'
import { FollowButton } from '../../complaints/follow-button'

const words = texts.complaint

/** One published answer, as a code on a notice board or a friend's message opens it. */
export default function AnswerPage() {
  const { id = '' } = usePageQuery()
  const { value: answer, problem, reload } = useLoaded(id, () => call(routes.complaints.publishedOne, { params: { centre, id } }))
  useRefresh(reload)
  useShare(() => ({ title: answer?.question ?? words.answersTitle, page: 'pages/answer/index', query: { id } }))
  return (
    <PageFrame title={words.answersTitle}>
      {problem ? <ErrorState message={problem.code === 'not-found' ? words.answerGone : problem.message} retryLabel={texts.common.retry} onRetry={() => void reload()} /> : null}
      {!answer && !problem ? <Skeleton lines={6} label={texts.common.loading} /> : null}
      {answer ? <><AnswerCard answer={answer} /><FollowButton id={answer.id} /></> : null}
      <Button kind='plain' wide onTap={() => void open('pages/answers/index')}>{words.answers}</Button>
    </PageFrame>
  )
}
