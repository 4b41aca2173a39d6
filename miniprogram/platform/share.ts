import Taro, { useShareAppMessage } from '@tarojs/taro'
import { inWeChat } from './config'
import { pageAddress, type PageQuery } from './navigate'
import { copy } from './device'

/** What is passed on to a friend. */
export interface Shared {
  readonly title: string
  readonly page: string
  readonly query: PageQuery
}

/** Lets WeChat's menu and share buttons pass this page on; called anew each time, so the title may come later. */
export function useShare(current: () => Shared): void {
  useShareAppMessage(() => {
    const { title, page, query } = current()
    return { title, path: pageAddress(page, query) }
  })
}

/** Whether sharing is WeChat's own button; else `copyLink`. */
export const sharesThroughWeChat = inWeChat

/** Copies the page's address in a browser, to be passed on by other means. Rejects when the browser refuses. */
export async function copyLink({ title }: Shared): Promise<void> {
  // eslint-disable-next-line no-restricted-globals -- the browser's way of sharing
  await copy(`${title} ${window.location.href}`)
  void Taro.vibrateShort?.({ type: 'light' })
}
