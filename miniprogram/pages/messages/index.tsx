import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { Message } from '@shared/messages/message'
import { MessageList } from '../../frame/message-list'
import { PageFrame } from '../../frame/page-frame'
import { Paged } from '../../frame/paged'
import { centre } from '../../platform/config'
import { toast } from '../../platform/feedback'
import { open } from '../../platform/navigate'
import { useRefresh, useReturn } from '../../platform/page'
import { call } from '../../platform/request'
import { readUpTo, useMessages } from '../../state/messages'
import { problemOf } from '../../state/problem'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { EmptyState, Notice } from '../../ui/states'
import './index.scss'

const words = texts.me

/** My messages (消息), newest first; one that is opened counts as read, or all of them by one tap. */
export default function MessagesPage() {
  const list = useMessages()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  useReturn(() => void list.reload())
  useRefresh(list.reload)
  const openMessage = async ({ id, complaint, answer, read }: Message) => {
    // The mark is a courtesy: when it does not arrive, the message opens all the same and stays unread.
    if (!read) await call(routes.messages.read, { params: { centre, id } }).catch(() => undefined)
    if (complaint) await open('pages/complaint/index', { id: complaint })
    else if (answer) await open('pages/answer/index', { id: answer })
    else await list.reload()
  }
  const readAll = async (newest: string) => {
    setBusy(true)
    setProblem('')
    try {
      await readUpTo(newest)
      toast(words.readAllDone)
    } catch (error) {
      setProblem(problemOf(error).message)
    }
    // Also after a failure: a part of them may be marked.
    await list.reload()
    setBusy(false)
  }
  return (
    <PageFrame title={words.messages}>
      {problem ? <Notice tone='bad'>{problem}</Notice> : null}
      <Paged list={list} empty={<EmptyState title={words.messagesEmpty} detail={words.messagesEmptyDetail} />}>
        {(messages) => (
          <>
            {messages.some(({ read }) => !read) ? <View className='messages__all'><Button kind='plain' busy={busy} onTap={() => void readAll(messages[0].id)}>{words.readAll}</Button></View> : null}
            <MessageList messages={messages} unread={words.unreadMark} onOpen={(message) => void openMessage(message)} />
          </>
        )}
      </Paged>
    </PageFrame>
  )
}
