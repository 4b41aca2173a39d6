/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see viewport.weapp.ts */
import { useEffect, useState } from 'react'

const queryOf = (pixels: number) => window.matchMedia(`(min-width: ${pixels}px)`)

/** Whether the window is at least so many CSS pixels wide; follows it while it is resized. */
export function useWide(pixels: number): boolean {
  const [wide, setWide] = useState(() => queryOf(pixels).matches)
  useEffect(() => {
    const query = queryOf(pixels)
    const hear = () => setWide(query.matches)
    hear()
    // Safari before version 14 knows no addEventListener here.
    query.addListener(hear)
    return () => query.removeListener(hear)
  }, [pixels])
  return wide
}
