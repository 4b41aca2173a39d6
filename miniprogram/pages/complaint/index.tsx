import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import { complaintStates } from '@shared/complaints/states'
import { whenInWords } from '../../texts/when'
import { toneOf } from '../../complaints/state-tone'
import { PageFrame } from '../../frame/page-frame'
import { StaleNotice } from '../../frame/stale-notice'
import { now } from '../../platform/clock'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { usePageQuery, useRefresh, useReturn } from '../../platform/page'
import { call } from '../../platform/request'
import { seenComplaints } from '../../state/seen'
import { useLoaded } from '../../state/use-loaded'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorState } from '../../ui/states'
import { Skeleton } from '../../ui/skeleton'
import { Timeline } from '../../ui/timeline'
import { NowCard } from './now-card'
import { Overtaken } from './overtaken'
import { PhotoRow } from './photo-row'
import { RateCard } from './rate-card'
import { ReopenCard } from './reopen-card'
import { ReplyCard } from './reply-card'
import { timelineOf } from './timeline-of'
import type { Overtaken as OvertakenWhat } from './use-act'
import { WhereRow } from './where-row'
import { Withdraw } from './withdraw'
import './index.scss'

const words = texts.complaint

/** One of my complaints: how far it is and what I can do, what I said, what happened. */
export default function ComplaintPage() {
  const { id = '' } = usePageQuery()
  const { value: complaint, problem, stale, reload, set } = useLoaded(id, () => call(routes.complaints.get, { params: { centre, id } }), seenComplaints)
  useReturn(() => void reload())
  useRefresh(reload)
  return (
    <PageFrame title={words.detail}>
      {problem ? (
        <ErrorState message={problem.code === 'not-found' ? words.gone : problem.message} retryLabel={texts.common.retry} onRetry={() => void reload()}>
          <Button kind='text' onTap={() => void open('pages/complaints/index')}>{words.mine}</Button>
        </ErrorState>
      ) : null}
      <StaleNotice stale={stale} onRetry={() => void reload()} />
      {!complaint && !problem ? <Skeleton lines={8} label={texts.common.loading} /> : null}
      {complaint ? <Detail complaint={complaint} onChange={set} onStale={() => void reload()} /> : null}
    </PageFrame>
  )
}

function Detail({ complaint, onChange, onStale }: { readonly complaint: CitizenComplaint; readonly onChange: (it: CitizenComplaint) => void; readonly onStale: () => void }) {
  const { state, kind, receipt, text, where, actions, submittedAt } = complaint
  const [overtaken, setOvertaken] = useState<{ readonly what: OvertakenWhat; readonly above: boolean }>()
  const [filled, setFilled] = useState(0)
  /** What cards need, above the words and the history or below: news of a conflict stands where the citizen was writing. */
  const acts = (above: boolean) => ({
    complaint,
    onChange: (it: CitizenComplaint) => { setOvertaken(undefined); onChange(it) },
    onStale: (what: OvertakenWhat) => { setOvertaken({ what, above }); onStale() },
  })
  const news = (above: boolean) => (overtaken?.above === above
    ? <Overtaken complaint={complaint} what={overtaken.what} onDone={() => { setOvertaken(undefined); setFilled(filled + 1) }} /> : null)
  const asked = state === 'asked'
  const reply = actions.includes('reply') ? <ReplyCard {...acts(asked)} asked={asked} filled={filled} /> : null
  return (
    <>
      <View className='my-complaint__head'>
        <View className='my-complaint__receipt'>{receipt}</View>
        <Badge tone={toneOf(state)}>{complaintStates[state]}</Badge>
        {complaint.published ? <Badge tone='good'>{words.published}</Badge> : null}
      </View>
      <NowCard complaint={complaint} />
      {news(true)}
      {asked ? reply : null}
      {actions.includes('rate') ? <RateCard {...acts(true)} /> : null}
      <Card title={words.said} aside={<Badge>{complaintKinds[kind]}</Badge>}>
        <View className='my-complaint__text'>{text}</View>
        <WhereRow where={where} />
        <View className='my-complaint__detail'>{words.submitted(whenInWords(submittedAt, now()))}</View>
        <PhotoRow photos={complaint.photos} />
      </Card>
      <Card title={words.timeline}>
        <Timeline entries={timelineOf(complaint.events, now()).map(({ photos, ...entry }) => ({ ...entry, body: photos.length > 0 ? <View>{entry.body}<PhotoRow photos={photos} /></View> : entry.body }))} />
      </Card>
      {news(false)}
      {actions.includes('reopen') ? <ReopenCard {...acts(false)} /> : null}
      {asked ? null : reply}
      {actions.includes('withdraw') ? <Withdraw {...acts(false)} /> : null}
    </>
  )
}
