import { useState } from 'react'
import { maxPassed } from '@shared/complaints/acts'

/** Several complaints that are chosen to be passed on; none while nobody chooses. */
export interface Selection {
  readonly ids: ReadonlySet<string> | undefined
  readonly begin: () => void
  readonly end: () => void
  readonly toggle: (id: string) => void
  /** Chooses these, as many as can be passed on at once. */
  readonly take: (ids: readonly string[]) => void
}

/** The state of choosing several. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>()
  return {
    ids,
    begin: () => setIds((before) => before ?? new Set()),
    end: () => setIds(undefined),
    toggle: (id) => setIds((before = new Set()) => new Set(before.has(id) ? [...before].filter((it) => it !== id) : [...before, id])),
    take: (all) => setIds(new Set(all.slice(0, maxPassed))),
  }
}
