import { useEffect, useSyncExternalStore } from 'react'
import { routes } from '@shared/api/routes'
import { mostUnread } from '@shared/messages/message'
import { listeners } from '../../platform/listeners'
import { call } from '../../platform/request'
import { useShown } from '../../platform/shown'
import { useInterval } from './use-interval'

/** How often unread messages are counted while a staff page is open, ms. */
const every = 60_000

let unread = 0
const counted = listeners()

/** Counts the unread messages anew; every page shows the same count. When it cannot be had, the former one stays. */
export async function countUnread(): Promise<number> {
  const found = await call(routes.messages.staffUnread, {}).then((answer) => answer.unread, () => unread)
  if (found !== unread) {
    unread = found
    counted.tell()
  }
  return unread
}

/** The unread messages, as last counted. */
export const useUnread = (): number => useSyncExternalStore(counted.subscribe, () => unread)

/** Counts the unread messages when the page shows and every minute, for whoever is signed in. */
export function useCountUnread(token: string): void {
  const shown = useShown()
  useEffect(() => {
    if (token && shown) void countUnread()
  }, [token, shown])
  useInterval(() => { if (token) void countUnread() }, every)
}

/** 3, or 99+. */
export const unreadInFigures = (count: number): string => (count >= mostUnread ? `${mostUnread - 1}+` : String(count))
