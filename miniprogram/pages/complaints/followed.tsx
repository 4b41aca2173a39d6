import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { complaintKinds } from '@shared/complaints/kinds'
import type { FollowedCase } from '@shared/complaints/public-case'
import { StateLine } from '../../complaints/state-line'
import { Paged } from '../../frame/paged'
import { now } from '../../platform/clock'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { useRefresh, useReturn } from '../../platform/page'
import { call } from '../../platform/request'
import { hasAccount } from '../../platform/session'
import { seenFollowed } from '../../state/seen'
import { useList } from '../../state/use-list'
import { texts } from '../../texts'
import { whenInWords } from '../../texts/when'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { EmptyState } from '../../ui/states'

const words = texts.complaint

/** What shows of a case, and where it leads: to the public page, or to the own complaint that was merged into it. */
function Line({ it: { id, shown, own, updatedAt } }: { readonly it: FollowedCase }) {
  const when = whenInWords(updatedAt, now())
  const to = own ? () => void open('pages/complaint/index', { id: own.id }) : shown ? () => void open('pages/answer/index', { id }) : undefined
  return (
    <Row
      title={shown ? (shown.question.length > 48 ? `${shown.question.slice(0, 48)}…` : shown.question) : own ? words.followedOwn(own.receipt) : words.followedGone}
      detail={shown
        ? <StateLine state={shown.state} when={when} more={`${complaintKinds[shown.kind]} · ${words.similarCount(shown.followers)}`} />
        : <View>{`${words.followedGoneDetail} · ${when}`}</View>}
      onTap={to}
    />
  )
}

/** What others raised and I follow (我关注的). */
export function Followed() {
  const list = useList<FollowedCase>(async (cursor) => {
    // Who has never sent anything follows nothing: no account is made just for looking here.
    if (!hasAccount()) return { entries: [] }
    const part = await call(routes.complaints.followed, { params: { centre }, query: { limit: 50, ...(cursor ? { cursor } : {}) } })
    return { entries: part.cases, cursor: part.cursor }
  }, seenFollowed)
  useReturn(() => void list.reload())
  useRefresh(list.reload)
  return (
    <Paged list={list} empty={<EmptyState title={words.followedEmpty} detail={words.followedEmptyDetail}><Button onTap={() => void open('pages/answers/index')}>{words.answers}</Button></EmptyState>}>
      {(cases) => <Card flush>{cases.map((it) => <Line key={it.id} it={it} />)}</Card>}
    </Paged>
  )
}
