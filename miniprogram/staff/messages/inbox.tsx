import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { Message } from '@shared/messages/message'
import { MessageList } from '../../frame/message-list'
import { Paged } from '../../frame/paged'
import { open } from '../../platform/navigate'
import { call } from '../../platform/request'
import { messages as texts } from '../../texts/staff/messages'
import { Button } from '../../ui/button'
import { EmptyState, Notice } from '../../ui/states'
import { countUnread, useUnread } from '../frame/unread'
import { useSending } from '../frame/use-sending'
import { useStaffList } from './use-staff-list'

/** Messages, newest first; one that is opened counts as read, for the reader only. */
export function Inbox() {
  const unread = useUnread()
  const [known, setKnown] = useState(0)
  const list = useStaffList(async (cursor) => {
    const part = await call(routes.messages.staffList, { query: cursor ? { cursor } : {} })
    if (!cursor) setKnown(await countUnread())
    return { entries: part.messages, cursor: part.cursor }
  })
  const { busy, problem, send } = useSending()
  const openMessage = async ({ id, complaint, read }: Message) => {
    // The mark is a courtesy: when it does not arrive, the case opens all the same and the message stays unread.
    if (!read) await call(routes.messages.staffRead, { params: { id } }).catch(() => undefined)
    if (complaint) await open('staff/complaint/index', { id: complaint })
    else await list.reload()
  }
  const newest = list.entries?.[0]?.id
  const readAll = async () => {
    if (newest && await send(async () => void await call(routes.messages.staffReadUpTo, { body: { upTo: newest } }))) await list.reload()
  }
  return (
    <View>
      <View className='items-tools'>
        <View className='quiet items-tools__box'>{texts.detail}</View>
        {newest && unread > 0 ? <Button kind='text' busy={busy} onTap={() => void readAll()}>{texts.readAll}</Button> : null}
      </View>
      {problem ? <Notice tone='bad'>{problem.message}</Notice> : null}
      {unread > known && list.entries ? <Button kind='plain' wide onTap={() => void list.reload()}>{texts.fresh}</Button> : null}
      <Paged list={list} empty={<EmptyState title={texts.empty} detail={texts.emptyDetail} />}>
        {(messages) => <MessageList messages={messages} unread={texts.unread} onOpen={(message) => void openMessage(message)} />}
      </Paged>
    </View>
  )
}
