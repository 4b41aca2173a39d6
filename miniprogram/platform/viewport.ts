/* eslint-disable no-restricted-globals -- browsers only */
import { useEffect, useState } from 'react'
import { inWeChat } from './config'

const queryOf = (pixels: number) => window.matchMedia(`(min-width: ${pixels}px)`)

/** Whether the window is at least so many CSS pixels wide; follows it while it is resized. Never in WeChat. */
export function useWide(pixels: number): boolean {
  const [wide, setWide] = useState(() => !inWeChat && queryOf(pixels).matches)
  useEffect(() => {
    if (inWeChat) return undefined
    const query = queryOf(pixels)
    const hear = () => setWide(query.matches)
    hear()
    query.addListener(hear)
    return () => query.removeListener(hear)
  }, [pixels])
  return wide
}
