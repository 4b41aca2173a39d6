import { useCallback, useEffect, useRef, useState } from 'react'
import { useHide } from '../platform/page'
import { readAloud, type Reading } from '../platform/speech'

/** Where a reading is. */
export type ReadingState = 'idle' | 'reading' | 'paused' | 'failed'

/** Reads sentences aloud on demand; ends when the page goes. `sentences` is asked when the reading begins. */
export function useReading(sentences: () => readonly string[]) {
  const [state, setState] = useState<ReadingState>('idle')
  const reading = useRef<Reading>()
  const end = useCallback((next: ReadingState) => {
    reading.current?.stop()
    reading.current = undefined
    setState(next)
  }, [])
  useHide(() => end('idle'))
  useEffect(() => () => reading.current?.stop(), [])
  const play = () => {
    setState('reading')
    if (state === 'paused') reading.current?.resume()
    else reading.current = readAloud(sentences(), { onEnd: () => end('idle'), onFail: () => end('failed') })
  }
  const pause = () => {
    reading.current?.pause()
    setState('paused')
  }
  return { state, play, pause, stop: () => end('idle') }
}
