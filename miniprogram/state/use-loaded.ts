import { useCallback, useEffect, useRef, useState } from 'react'
import { now } from '../platform/clock'
import { useReconnect } from '../platform/network'
import type { LastSeen } from './last-seen'
import { problemOf, type Problem } from './problem'
import { standIn, type Stale } from './stand-in'

/** Something fetched: on its way, there, or refused. A value stays while it is fetched anew. */
export interface Loaded<T> {
  readonly value: T | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
  /** The value is one seen before, because the current one is not to be had. */
  readonly stale: Stale | undefined
  /** Fetches it again. */
  readonly reload: () => Promise<void>
  /** Puts a newer value in place, e.g. the answer of an action. */
  readonly set: (value: T) => void
}

/**
 * Fetches when the page shows, whenever `key` changes, and when the network comes back after a failure; an answer that comes after a
 * newer question is dropped. With `seen`, what was seen before shows at once, and stays when the current one is not to be had.
 */
export function useLoaded<T>(key: string, fetch: () => Promise<T>, seen?: LastSeen<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value?: T; problem?: Problem; loading: boolean }>({ key, loading: true })
  const latest = useRef(0)
  const fetcher = useRef(fetch)
  fetcher.current = fetch
  const keep = useCallback((value: T) => seen?.keep(key, value, new Date(now()).toISOString()), [seen, key])
  const reload = useCallback(async () => {
    const turn = ++latest.current
    setState((before) => ({ ...(before.key === key ? before : { key }), loading: true, problem: undefined }))
    try {
      const value = await fetcher.current()
      keep(value)
      if (turn === latest.current) setState({ key, value, loading: false })
    } catch (error) {
      if (turn === latest.current) setState((before) => ({ ...before, key, problem: problemOf(error), loading: false }))
    }
  }, [key, keep])
  useEffect(() => {
    void reload()
    const turns = latest
    return () => {
      turns.current += 1
    }
  }, [reload])
  const set = useCallback((value: T) => {
    keep(value)
    setState({ key, value, loading: false })
  }, [key, keep])
  const fresh = state.key === key
  const problem = fresh ? state.problem : undefined
  useReconnect(() => {
    if (problem) void reload()
  })
  const own = fresh ? state.value : undefined
  return { ...standIn(own, problem, seen?.of(key)), loading: !fresh || state.loading, reload, set }
}
