import { useMemo } from 'react'
import { search, type Snapshot } from '@shared/search'
import { refreshSnapshot, useSnapshot } from '../../state/snapshot'
import { useShow } from '../../platform/page'

/** Names of published items by id, from the search data of this device. */
export interface ItemNames {
  readonly snapshot: Snapshot | undefined
  readonly failed: boolean
  /** The name; the id when it is not (or no longer) published. */
  readonly nameOf: (id: string) => string
  /** Items for a question, best first. */
  readonly find: (question: string) => readonly { readonly id: string; readonly name: string; readonly department: string }[]
}

/** What the search data on this device knows of items. */
export function useItemNames(): ItemNames {
  const { snapshot, status } = useSnapshot()
  useShow(() => void refreshSnapshot())
  return useMemo(() => {
    const names = new Map<string, string>()
    for (let i = 0; snapshot && i < snapshot.itemCount; i += 1) names.set(snapshot.id(i), snapshot.name(i))
    return {
      snapshot,
      failed: status === 'failed',
      nameOf: (id) => names.get(id) ?? id,
      find: (question) => (snapshot && question.trim() ? search(snapshot, question, { limit: 8 }).hits : []),
    }
  }, [snapshot, status])
}
