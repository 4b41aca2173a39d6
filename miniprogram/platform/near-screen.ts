/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see near-screen.weapp.ts */
import { useEffect, useState } from 'react'

/** Whether an element is on screen or within some screens of it, and its height in CSS pixels when it last was. */
export interface NearScreen {
  readonly near: boolean
  readonly height: number
}

/** How far above and below the screen counts as near, in CSS pixels: a swift flick does not get past it in one frame. */
const margin = 1500

/** Follows the element of this id; near until the contrary is known. */
export function useNearScreen(id: string): NearScreen {
  const [state, setState] = useState<NearScreen>({ near: true, height: 0 })
  useEffect(() => {
    const element = document.getElementById(id)
    if (!element || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver((entries) => {
      const { isIntersecting, boundingClientRect } = entries[entries.length - 1]
      // A page below another has no height: it is neither near nor far.
      if (!isIntersecting && boundingClientRect.height === 0) return
      setState((before) => (before.near === isIntersecting ? before : { near: isIntersecting, height: boundingClientRect.height }))
    }, { rootMargin: `${margin}px 0px` })
    observer.observe(element)
    return () => observer.disconnect()
  }, [id])
  return state
}
