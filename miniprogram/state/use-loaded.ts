import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf, type Problem } from './problem'

/** Something fetched: on its way, there, or refused. A value stays while it is fetched anew. */
export interface Loaded<T> {
  readonly value: T | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
  /** Fetches it again. */
  readonly reload: () => Promise<void>
  /** Puts a newer value in place, e.g. the answer of an action. */
  readonly set: (value: T) => void
}

/** Fetches when the page shows and whenever `key` changes; an answer that comes after a newer question is dropped. */
export function useLoaded<T>(key: string, fetch: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value?: T; problem?: Problem; loading: boolean }>({ key, loading: true })
  const latest = useRef(0)
  const fetcher = useRef(fetch)
  fetcher.current = fetch
  const reload = useCallback(async () => {
    const turn = ++latest.current
    setState((before) => ({ ...(before.key === key ? before : { key }), loading: true, problem: undefined }))
    try {
      const value = await fetcher.current()
      if (turn === latest.current) setState({ key, value, loading: false })
    } catch (error) {
      if (turn === latest.current) setState((before) => ({ ...before, key, problem: problemOf(error), loading: false }))
    }
  }, [key])
  useEffect(() => {
    void reload()
    const turns = latest
    return () => {
      turns.current += 1
    }
  }, [reload])
  const set = useCallback((value: T) => setState({ key, value, loading: false }), [key])
  const fresh = state.key === key
  return { value: fresh ? state.value : undefined, problem: fresh ? state.problem : undefined, loading: !fresh || state.loading, reload, set }
}
