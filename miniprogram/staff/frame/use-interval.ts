import { useEffect, useRef } from 'react'
import { useShown } from '../../platform/shown'

/** Runs every so many milliseconds while the page is the one on top. */
export function useInterval(run: () => void, milliseconds: number): void {
  const current = useRef(run)
  current.current = run
  const shown = useShown()
  useEffect(() => {
    if (!shown) return undefined
    const timer = setInterval(() => current.current(), milliseconds)
    return () => clearInterval(timer)
  }, [shown, milliseconds])
}
