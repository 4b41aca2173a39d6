import { useRef } from 'react'
import Taro, { useDidHide, useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'

/** Runs when the page shows: the first time, and whenever one comes back to it. */
export function useShow(run: () => void): void {
  useDidShow(run)
}

/** Runs when one comes back to the page, not the first time. */
export function useReturn(run: () => void): void {
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) run()
    shown.current = true
  })
}

/** Runs when the page goes: another is opened, or the app is left. */
export function useHide(run: () => void): void {
  useDidHide(run)
}

/** Runs when the page is scrolled to its end. */
export function useReachEnd(run: () => void): void {
  useReachBottom(run)
}

/** Path of the page on top, e.g. `pages/item/index`; empty before there is one. */
export function currentPage(): string {
  return (Taro.getCurrentInstance().router?.path ?? '').replace(/^\//, '').split('?')[0]
}

/** The page's own address parts, decoded: `usePageQuery().id`. A scanned code's `scene` is decoded once more, as WeChat encodes it twice. */
export function usePageQuery(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter()
  const query: Record<string, string | undefined> = {}
  for (const key of Object.keys(params)) query[key] = decoded(params[key])
  return query
}

/** Percent-decoding that leaves a text alone that is none. */
export function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Pulling the page down renews it; the mark goes when the promise settles. */
export function useRefresh(renew: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void renew().catch(() => undefined).then(() => Taro.stopPullDownRefresh())
  })
}

/** Title of the page, in WeChat's bar or the browser's tab. */
export function setTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title })
}
