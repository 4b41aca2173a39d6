import { useEffect, useMemo, useRef, useState } from 'react'
import { routes } from '@shared/api/routes'
import { search, type Filters, type SearchResult } from '@shared/search'
import { now, wait } from '../platform/clock'
import { centre } from '../platform/config'
import { call } from '../platform/request'
import { problemOf, type Problem } from '../state/problem'
import { refreshSnapshot, useSnapshot } from '../state/snapshot'
import { filterQuery } from './filters'

/** Pause in typing, in milliseconds, before the server is asked; the phone's own search needs none. */
const pause = 250

/** What is asked. */
export interface Question {
  readonly text: string
  readonly filters: Filters
  readonly limit: number
  /** Facet values are to be counted too. */
  readonly counts?: boolean
}

/** The answer, as the page shows it. */
export interface Found {
  /** For an earlier question while `searching`. */
  readonly result: SearchResult | undefined
  readonly searching: boolean
  /** Neither this phone nor the server could answer. */
  readonly problem: Problem | undefined
  /** The phone has no search data yet: the server answers. */
  readonly fromServer: boolean
  readonly retry: () => void
}

/** Answers a question on the phone when the search data is there, else on the server: the same engine, the same order. `active` false asks nothing. */
export function useSearch({ text, filters, limit, counts = false }: Question, active = true): Found {
  const { snapshot } = useSnapshot()
  const [remote, setRemote] = useState<{ result?: SearchResult; problem?: Problem; searching: boolean }>({ searching: false })
  const [attempt, setAttempt] = useState(0)
  const turn = useRef(0)

  const local = useMemo(
    () => (snapshot && active ? search(snapshot, text, { filters, limit, counts, now: now() }) : undefined),
    [snapshot, active, text, filters, limit, counts],
  )

  useEffect(() => {
    const turns = turn
    const mine = ++turns.current
    if (!active) return
    void refreshSnapshot()
    if (snapshot) return
    setRemote((before) => ({ result: before.result, searching: true }))
    void (async () => {
      await wait(pause)
      if (mine !== turns.current) return
      try {
        const result = await call(routes.search.search, { params: { centre }, query: { q: text, limit, counts, ...filterQuery(filters) } })
        if (mine === turns.current) setRemote({ result, searching: false })
      } catch (error) {
        if (mine === turns.current) setRemote({ problem: problemOf(error), searching: false })
      }
    })()
    return () => {
      turns.current += 1
    }
  }, [snapshot, active, text, filters, limit, counts, attempt])

  if (snapshot) return { result: local, searching: false, problem: undefined, fromServer: false, retry: () => undefined }
  return { result: remote.result, searching: remote.searching, problem: remote.problem, fromServer: true, retry: () => setAttempt((count) => count + 1) }
}
