import { useEffect, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { routes } from '@shared/api/routes'
import { centre as centreSchema, type Centre } from '@shared/centre/centre'
import { now } from '../platform/clock'
import { centre as centreId } from '../platform/config'
import { call } from '../platform/request'
import { kept, useKept } from './kept'
import { problemOf, type Problem } from './problem'

/** The centre's data as a page follows it: what is kept at once, the current one as soon as it comes. */
export interface CentreState {
  readonly value: Centre | undefined
  /** Nothing is kept and nothing could be fetched. */
  readonly problem: Problem | undefined
  readonly loading: boolean
  /** Fetches it again. */
  readonly reload: () => Promise<void>
}

/** The centre's data as it was last fetched: the hall shows without a network too. */
const lastCentre = kept<Centre | null>({
  key: `centre-${centreId}`,
  version: 1,
  empty: null,
  parse: (value) => {
    const parsed = v.safeParse(centreSchema, value)
    return parsed.success ? parsed.output : undefined
  },
})

/** Milliseconds in which it is not fetched again: half a page asks for it, and the list of results anew with each question. */
const freshFor = 60_000

let problemNow: Problem | undefined
let busy: Promise<void> | undefined
let fetchedAt = -Infinity
const listeners = new Set<() => void>()

function meet(problem: Problem | undefined): void {
  problemNow = problem
  listeners.forEach((listener) => listener())
}

async function fetchCentre(): Promise<void> {
  try {
    const fetched = await call(routes.centre.get, { params: { centre: centreId } })
    fetchedAt = now()
    // The same data as before is no change: nothing that shows it is drawn again.
    if (JSON.stringify(fetched) !== JSON.stringify(lastCentre.get())) lastCentre.change(() => fetched)
    if (problemNow) meet(undefined)
  } catch (error) {
    meet(problemOf(error))
  }
}

/** Fetches once for everybody who asks, and not again while it is fresh; `asked`: a person wants it now. Never rejects. */
function refreshCentre(asked = false): Promise<void> {
  if (!asked && lastCentre.get() && now() - fetchedAt < freshFor) return Promise.resolve()
  if (problemNow) meet(undefined)
  busy ??= fetchCentre().finally(() => {
    busy = undefined
  })
  return busy
}

const reload = () => refreshCentre(true)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The centre's data, fetched when the page that asks for it shows. */
export function useCentre(): CentreState {
  const value = useKept(lastCentre) ?? undefined
  const problem = useSyncExternalStore(subscribe, () => problemNow)
  useEffect(() => void refreshCentre(), [])
  return { value, problem: value ? undefined : problem, loading: !value && !problem, reload }
}
