import { Button as TaroButton, View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { PageFrame } from '../../frame/page-frame'
import { StaleNotice } from '../../frame/stale-notice'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { usePageQuery, useRefresh } from '../../platform/page'
import { call } from '../../platform/request'
import { toast } from '../../platform/feedback'
import { copyLink, sharesThroughWeChat, useShare } from '../../platform/share'
import { seenAnswer } from '../../state/seen'
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
  const { value: answer, problem, stale, reload } = useLoaded(id, () => call(routes.complaints.publishedOne, { params: { centre, id } }), seenAnswer)
  useRefresh(reload)
  const shared = () => ({ title: answer?.question.slice(0, 60) ?? words.answersTitle, page: 'pages/answer/index', query: { id } })
  useShare(shared)
  const copy = () => copyLink(shared()).then(() => toast(texts.common.copied), () => toast(texts.common.copyFailed))
  return (
    <PageFrame title={words.answersTitle}>
      {problem ? <ErrorState message={problem.code === 'not-found' ? words.answerGone : problem.message} retryLabel={texts.common.retry} onRetry={() => void reload()} /> : null}
      {!answer && !problem ? <Skeleton lines={6} label={texts.common.loading} /> : null}
      <StaleNotice stale={stale} onRetry={() => void reload()} />
      {answer ? (
        <>
          <AnswerCard answer={answer} />
          <FollowButton id={answer.id} followers={answer.followers} />
        </>
      ) : null}
      <View className='answers__ways-on'>
        {answer && sharesThroughWeChat ? <TaroButton className='button button--plain button--wide' openType='share'>{texts.item.share}</TaroButton> : null}
        {answer && !sharesThroughWeChat ? <Button kind='plain' wide onTap={() => void copy()}>{texts.item.copyLink}</Button> : null}
        <Button kind='plain' wide onTap={() => void open('pages/answers/index')}>{words.answers}</Button>
      </View>
    </PageFrame>
  )
}
