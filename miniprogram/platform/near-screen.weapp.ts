import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import type { NearScreen } from './near-screen'

/** See near-screen.ts: the margin in CSS pixels. */
const margin = 1500

/** Follows the element of this id on the page; near until the contrary is known. */
export function useNearScreen(id: string): NearScreen {
  const [state, setState] = useState<NearScreen>({ near: true, height: 0 })
  useEffect(() => {
    const { page } = Taro.getCurrentInstance()
    if (!page) return
    const observer = Taro.createIntersectionObserver(page)
    observer.relativeToViewport({ top: margin, bottom: margin }).observe(`#${id}`, ({ intersectionRatio = 0, intersectionRect, boundingClientRect }) => {
      const near = intersectionRatio > 0 || (intersectionRect?.height ?? 0) > 0
      const height = boundingClientRect?.height ?? 0
      // A hidden page has no height: it is neither near nor far.
      if (!near && height === 0) return
      setState((before) => (before.near === near ? before : { near, height }))
    })
    return () => observer.disconnect()
  }, [id])
  return state
}
