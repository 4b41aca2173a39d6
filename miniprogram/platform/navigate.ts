import Taro from '@tarojs/taro'
import { queryText } from '@shared/api/client'
import { mayLeave } from './leaving'

/** Values for a page's address. */
export type PageQuery = Readonly<Record<string, string | undefined>>

/** Address of a page: `pages/item/index`, `{ id }` → `/pages/item/index?id=…`. */
export const pageAddress = (page: string, query: PageQuery = {}): string => `/${page}${queryText(query)}`

const tabPages = ['pages/search/index', 'pages/complain/index', 'pages/hall/index', 'pages/me/index']

/** Opens a page on top of this one; WeChat holds ten at most, so the eleventh takes this one's place. A tab page is switched to, without its query. A page that has something to lose is left after a yes only (`useLeaveQuestion`), here and below. */
export async function open(page: string, query: PageQuery = {}): Promise<void> {
  const tab = tabPages.includes(page)
  const inPlace = tab || Taro.getCurrentPages().length >= 10
  if (inPlace && !await mayLeave()) return
  if (tab) {
    await Taro.switchTab({ url: pageAddress(page) })
    return
  }
  const url = pageAddress(page, query)
  await (inPlace ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))
}

/** Opens a page in this one's place: going back does not return here. */
export async function replace(page: string, query: PageQuery = {}): Promise<void> {
  if (await mayLeave()) await Taro.redirectTo({ url: pageAddress(page, query) })
}

/** Goes back, or to a tab page when this page was opened from outside. */
export async function back(otherwise = 'pages/search/index'): Promise<void> {
  if (!await mayLeave()) return
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else if (tabPages.includes(otherwise)) await Taro.switchTab({ url: pageAddress(otherwise) })
  else await Taro.redirectTo({ url: pageAddress(otherwise) })
}

/** Whether the page is one of the tab bar's. */
export const isTabPage = (page: string): boolean => tabPages.includes(page)
