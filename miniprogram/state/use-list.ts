import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf, type Problem } from './problem'

/** One part of a list, and where the next begins. */
export interface Part<T> { readonly entries: readonly T[]; readonly cursor?: string }

/** A list that is fetched part by part. */
export interface PagedList<T> {
  readonly entries: readonly T[] | undefined
  readonly loading: boolean
  readonly problem: Problem | undefined
  readonly hasMore: boolean
  readonly more: () => void
  readonly reload: () => Promise<void>
}

/** Fetches a list's first part when the page shows, and the next on demand; an answer that comes after a newer question is dropped. */
export function useList<T>(fetch: (cursor: string | undefined) => Promise<Part<T>>): PagedList<T> {
  const [state, setState] = useState<{ entries?: readonly T[]; cursor?: string; loading: boolean; problem?: Problem }>({ loading: true })
  const turn = useRef(0)
  const fetcher = useRef(fetch)
  fetcher.current = fetch
  const load = useCallback(async (cursor: string | undefined) => {
    const mine = ++turn.current
    setState((before) => ({ ...before, loading: true, problem: undefined }))
    try {
      const part = await fetcher.current(cursor)
      if (mine === turn.current) {
        setState((before) => ({ entries: cursor ? [...(before.entries ?? []), ...part.entries] : part.entries, cursor: part.cursor, loading: false }))
      }
    } catch (error) {
      if (mine === turn.current) setState((before) => ({ ...before, problem: problemOf(error), loading: false }))
    }
  }, [])
  const reload = useCallback(() => load(undefined), [load])
  useEffect(() => {
    void reload()
    const turns = turn
    return () => {
      turns.current += 1
    }
  }, [reload])
  const { cursor, loading } = state
  const more = useCallback(() => {
    if (cursor && !loading) void load(cursor)
  }, [cursor, loading, load])
  return { entries: state.entries, loading, problem: state.problem, hasMore: cursor !== undefined, more, reload }
}
