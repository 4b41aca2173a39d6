import type { ResponseOf } from '@shared/api/route'
import { routes } from '@shared/api/routes'
import { centre } from '../../platform/config'
import { call } from '../../platform/request'
import { useLoaded, type Loaded } from '../../state/use-loaded'
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

/** Departments of the published catalogue with their counts, most items first. */
export function useDepartments(): Loaded<{ readonly value: string; readonly count: number }[]> {
  return useLoaded('departments', async () => {
    const { facets } = await call(routes.search.search, { params: { centre }, query: { q: '', counts: true, limit: 1 } })
    return [...facets?.department ?? []].sort((a, b) => b.count - a.count)
  })
}
