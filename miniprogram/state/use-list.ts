import { useCallback, useEffect, useRef, useState } from 'react'
import { now } from '../platform/clock'
import { useReconnect } from '../platform/network'
import type { LastSeen } from './last-seen'
import { problemOf, type Problem } from './problem'
import { standIn, type Stale } from './stand-in'

/** One part of a list, and where the next begins. */
export interface Part<T> { readonly entries: readonly T[]; readonly cursor?: string }

/** A list that is fetched part by part. */
export interface PagedList<T> {
  readonly entries: readonly T[] | undefined
  readonly loading: boolean
  readonly problem: Problem | undefined
  /** The entries are those of an earlier visit, because the current ones are not to be had. */
  readonly stale: Stale | undefined
  readonly hasMore: boolean
  readonly more: () => void
  readonly reload: () => Promise<void>
}

/** The one key under which a list's first part is kept. */
export const firstPart = 'first'

/**
 * Fetches a list's first part when the page shows and when the network comes back after a failure, and the next on demand; an answer
 * that comes after a newer question is dropped. With `seen`, the first part as it was last seen shows at once, and stays when the
 * current one is not to be had.
 */
export function useList<T>(fetch: (cursor: string | undefined) => Promise<Part<T>>, seen?: LastSeen<T[]>): PagedList<T> {
  const [state, setState] = useState<{ entries?: readonly T[]; cursor?: string; loading: boolean; problem?: Problem }>({ loading: true })
  const turn = useRef(0)
  const fetcher = useRef(fetch)
  fetcher.current = fetch
  const load = useCallback(async (cursor: string | undefined) => {
    const mine = ++turn.current
    setState((before) => ({ ...before, loading: true, problem: undefined }))
    try {
      const part = await fetcher.current(cursor)
      if (!cursor) seen?.keep(firstPart, [...part.entries], new Date(now()).toISOString())
      if (mine === turn.current) {
        setState((before) => ({ entries: cursor ? [...(before.entries ?? []), ...part.entries] : part.entries, cursor: part.cursor, loading: false }))
      }
    } catch (error) {
      if (mine === turn.current) setState((before) => ({ ...before, problem: problemOf(error), loading: false }))
    }
  }, [seen])
  const reload = useCallback(() => load(undefined), [load])
  useEffect(() => {
    void reload()
    const turns = turn
    return () => {
      turns.current += 1
    }
  }, [reload])
  const { cursor, loading, problem } = state
  const more = useCallback(() => {
    if (cursor && !loading) void load(cursor)
  }, [cursor, loading, load])
  useReconnect(() => {
    if (problem) void reload()
  })
  const { value: entries, ...shown } = standIn<readonly T[]>(state.entries, problem, seen?.of(firstPart))
  return { entries, ...shown, loading, hasMore: cursor !== undefined && shown.stale === undefined, more, reload }
}
