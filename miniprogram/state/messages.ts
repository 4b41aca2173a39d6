import { useSyncExternalStore } from 'react'
import { routes } from '@shared/api/routes'
import type { Message } from '@shared/messages/message'
import { centre } from '../platform/config'
import { call } from '../platform/request'
import { hasAccount } from '../platform/session'
import { seenMessages } from './seen'
import { firstPart, useList, type PagedList, type Part } from './use-list'

async function fetchMessages(cursor: string | undefined): Promise<Part<Message>> {
  // Who has never sent anything has no messages: no account is made just for looking here.
  if (!hasAccount()) return { entries: [] }
  const { messages, cursor: next } = await call(routes.messages.list, { params: { centre }, query: cursor ? { cursor } : {} })
  return { entries: messages, cursor: next }
}

/** My messages (消息), newest first. */
export const useMessages = (): PagedList<Message> => useList(fetchMessages, seenMessages)

const countUnread = () => seenMessages.of(firstPart)?.value.filter(({ read }) => !read).length ?? 0

/** How many of the newest messages are unread, as the server last said to whichever page: every page that shows it follows. */
export const useUnread = (): number => useSyncExternalStore(seenMessages.subscribe, countUnread)

/** Marks as read whatever of the inbox is no newer than a message; what comes in meanwhile stays unread. Rejects with `ServiceError`. */
export async function readUpTo(newest: string): Promise<void> {
  // The server marks a part at a time, and says from where to go on.
  for (let upTo: string | undefined = newest; upTo; ) upTo = (await call(routes.messages.readUpTo, { params: { centre }, body: { upTo } })).upTo
}
