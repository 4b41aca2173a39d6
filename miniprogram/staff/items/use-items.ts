import { useMemo } from 'react'
import type { ResponseOf } from '@shared/api/route'
import { routes } from '@shared/api/routes'
import { search } from '@shared/search'
import { useShow } from '../../platform/page'
import { call } from '../../platform/request'
import { refreshSnapshot, useSnapshot } from '../../state/snapshot'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'

/** What is looked for. */
export interface ItemsWanted {
  readonly q: string
  readonly area: string
  readonly department: string
  readonly withdrawn: boolean
}

type Page = ResponseOf<typeof routes.items.staffList>

const fetchPage = ({ q, area, department, withdrawn }: ItemsWanted, cursor?: string): Promise<Page> =>
  call(routes.items.staffList, {
    query: { limit: 50, ...(q.trim() ? { q: q.trim() } : {}), ...(area ? { area } : {}), ...(department ? { department } : {}), ...(withdrawn ? { withdrawn: true } : {}), ...(cursor ? { cursor } : {}) },
  })

/** The items that are looked for, more of them on demand. */
export function useItems(wanted: ItemsWanted) {
  const loaded = useStaffLoaded(JSON.stringify(wanted), () => fetchPage(wanted))
  const { busy, problem, send } = useSending()
  const { value, set } = loaded
  const load = () => void send(async () => {
    if (!value?.cursor) return
    const page = await fetchPage(wanted, value.cursor)
    set({ ...page, items: [...value.items, ...page.items] })
  })
  return { loaded, more: { busy, problem: problem?.message, load } }
}

/** Departments of the published catalogue with their counts, most items first, from the search data of this device. */
export function useDepartments(): readonly { readonly value: string; readonly count: number }[] {
  const { snapshot } = useSnapshot()
  useShow(() => void refreshSnapshot())
  return useMemo(() => {
    const departments = snapshot ? search(snapshot, '', { limit: 1, counts: true }).facets?.department ?? [] : []
    return [...departments].sort((a, b) => b.count - a.count)
  }, [snapshot])
}
