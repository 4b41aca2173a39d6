import { routes } from '@shared/api/routes'
import type { Message } from '@shared/messages/message'
import { MessageList } from '../../frame/message-list'
import { PageFrame } from '../../frame/page-frame'
import { Paged } from '../../frame/paged'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { useRefresh, useReturn } from '../../platform/page'
import { call } from '../../platform/request'
import { hasAccount } from '../../platform/session'
import { seenMessages } from '../../state/seen'
import { useList } from '../../state/use-list'
import { texts } from '../../texts'
import { EmptyState } from '../../ui/states'

const words = texts.me

/** My messages (消息), newest first; one that is opened counts as read. */
export default function MessagesPage() {
  const list = useList(async (cursor) => {
    if (!hasAccount()) return { entries: [] }
    const part = await call(routes.messages.list, { params: { centre }, query: cursor ? { cursor } : {} })
    return { entries: part.messages, cursor: part.cursor }
  }, seenMessages)
  useReturn(() => void list.reload())
  useRefresh(list.reload)
  const openMessage = async ({ id, complaint, answer, read }: Message) => {
    // The mark is a courtesy: when it does not arrive, the message opens all the same and stays unread.
    if (!read) await call(routes.messages.read, { params: { centre, id } }).catch(() => undefined)
    if (complaint) await open('pages/complaint/index', { id: complaint })
    else if (answer) await open('pages/answer/index', { id: answer })
    else await list.reload()
  }
  return (
    <PageFrame title={words.messages}>
      <Paged list={list} empty={<EmptyState title={words.messagesEmpty} detail={words.messagesEmptyDetail} />}>
        {(messages) => <MessageList messages={messages} unread={words.unreadMark} onOpen={(message) => void openMessage(message)} />}
      </Paged>
    </PageFrame>
  )
}
