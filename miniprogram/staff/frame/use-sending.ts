import { useCallback, useRef, useState } from 'react'
import { problemOf, type Problem } from '../../state/problem'

/** Something that is sent when a person asks for it. */
export interface Sending {
  readonly busy: boolean
  readonly problem: Problem | undefined
  /** Sends; a second call while one is under way does nothing, so that a double click is one act. True when it went well. */
  readonly send: (what: () => Promise<void>) => Promise<boolean>
  readonly clear: () => void
}

/** Runs one act at a time and keeps what went wrong with the last. */
export function useSending(): Sending {
  const [state, setState] = useState<{ busy: boolean; problem?: Problem }>({ busy: false })
  const underWay = useRef(false)
  const send = useCallback(async (what: () => Promise<void>) => {
    if (underWay.current) return false
    underWay.current = true
    setState({ busy: true })
    try {
      await what()
      setState({ busy: false })
      return true
    } catch (error) {
      const problem = problemOf(error)
      // A session that has ended is told, and mended, by the dialog over the page.
      setState({ busy: false, ...(problem.code === 'session-expired' || problem.code === 'sign-in-required' ? {} : { problem }) })
      return false
    } finally {
      underWay.current = false
    }
  }, [])
  const clear = useCallback(() => setState((before) => ({ busy: before.busy })), [])
  return { busy: state.busy, problem: state.problem, send, clear }
}
