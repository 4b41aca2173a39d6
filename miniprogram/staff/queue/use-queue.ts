import { useCallback, useEffect } from 'react'
import type { ResponseOf } from '@shared/api/route'
import { routes } from '@shared/api/routes'
import type { StaffComplaint, StaffComplaintLine } from '@shared/complaints/complaint'
import { now } from '../../platform/clock'
import { call } from '../../platform/request'
import type { Loaded } from '../../state/use-loaded'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { isNarrowed, type QueueFilter } from './filter'
import { byUrgency, merged, withComplaint } from './lines'

/** Lines fetched at once; the server's most, so that forty open cases are one page. */
const pageSize = 100
/** While the list is narrowed on this side, further pages are fetched by themselves up to so many lines. */
const looksThrough = 500

interface Page {
  readonly lines: readonly StaffComplaintLine[]
  readonly cursor: string | undefined
  /** How many complaints a search has read so far. */
  readonly searched: number
}

/** The queue on screen. */
export interface Queue {
  readonly loaded: Loaded<Page>
  readonly more: { readonly busy: boolean; readonly problem: string | undefined; readonly load: () => void }
  /** Shows the newer state of a complaint in its line. */
  readonly put: (complaint: StaffComplaint) => void
}

async function fetchPage({ tab, office, text }: QueueFilter, cursor?: string): Promise<Page> {
  const part = { ...(office ? { office } : {}), ...(cursor ? { cursor } : {}) }
  if (text) {
    const found = await call(routes.complaints.staffSearch, { query: { ...part, text } })
    return { lines: found.complaints, cursor: found.cursor, searched: found.searched }
  }
  const answer = await call(routes.complaints.staffQueue, { query: { ...part, ...(tab === 'open' ? {} : { state: tab }), limit: pageSize } })
  return { lines: answer.complaints, cursor: answer.cursor, searched: 0 }
}

/** The lines that the server gives for a filter, more of them on demand: the queue by urgency, what a search finds newest first. */
export function useQueue(filter: QueueFilter): Queue {
  const { tab, office, text } = filter
  const loaded = useStaffLoaded(`queue ${text ? '' : tab} ${office ?? ''} ${text}`, async (): Promise<Page> => {
    const page = await fetchPage(filter)
    return text ? page : { ...page, lines: byUrgency(page.lines) }
  })
  const { busy, problem, send } = useSending()
  const { value, set } = loaded
  const load = () => void send(async () => {
    if (!value?.cursor) return
    const page = await fetchPage(filter, value.cursor)
    set({ lines: merged(value.lines, page.lines), cursor: page.cursor, searched: value.searched + page.searched })
  })
  const goesOn = isNarrowed(filter) && !text && value?.cursor !== undefined && value.lines.length < looksThrough && !problem
  useEffect(() => {
    if (goesOn) load()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each page that came
  }, [goesOn, value?.cursor])
  const put = useCallback((complaint: StaffComplaint) => {
    if (value?.lines.some(({ id, updatedAt }) => id === complaint.id && updatedAt !== complaint.updatedAt)) set({ ...value, lines: withComplaint(value.lines, complaint, now()) })
  }, [value, set])
  return { loaded, more: { busy, problem: problem?.message, load }, put }
}

/** How many complaints are in each state, and how many are overdue. */
export function useCounts(): Loaded<ResponseOf<typeof routes.complaints.staffCounts>> {
  return useStaffLoaded('counts', () => call(routes.complaints.staffCounts, {}))
}

/** Finds a complaint by its receipt number. */
export function useReceipt(onFound: (complaint: StaffComplaint) => void) {
  const { problem, send, clear } = useSending()
  const find = (receipt: string) => {
    clear()
    void send(async () => onFound(await call(routes.complaints.staffFind, { params: { receipt } })))
  }
  return { problem, find, clear }
}
