import { useCallback, useState } from 'react'
import type { ResponseOf } from '@shared/api/route'
import { routes } from '@shared/api/routes'
import type { StaffComplaint, StaffComplaintLine } from '@shared/complaints/complaint'
import { now } from '../../platform/clock'
import { call } from '../../platform/request'
import type { Loaded } from '../../state/use-loaded'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { byUrgency, merged, withComplaint } from './lines'
import type { QueueTab } from './tabs'

/** Lines fetched at once; the server's most, so that forty open cases are one page. */
const pageSize = 100

interface Page { readonly lines: readonly StaffComplaintLine[]; readonly cursor: string | undefined }

/** The queue on screen. */
export interface Queue {
  readonly loaded: Loaded<Page>
  readonly more: { readonly busy: boolean; readonly problem: string | undefined; readonly load: () => void }
  /** Shows the newer state of a complaint in its line. */
  readonly put: (complaint: StaffComplaint) => void
}

async function fetchPage(tab: QueueTab, office: string | undefined, cursor?: string): Promise<Page> {
  const answer = await call(routes.complaints.staffQueue, { query: { ...(tab === 'open' ? {} : { state: tab }), ...(office ? { office } : {}), limit: pageSize, ...(cursor ? { cursor } : {}) } })
  return { lines: answer.complaints, cursor: answer.cursor }
}

/** The lines of a tab and office, more of them on demand. */
export function useQueue(tab: QueueTab, office: string | undefined): Queue {
  const loaded = useStaffLoaded(`queue ${tab} ${office ?? ''}`, async (): Promise<Page> => {
    const page = await fetchPage(tab, office)
    return { ...page, lines: byUrgency(page.lines) }
  })
  const { busy, problem, send } = useSending()
  const { value, set } = loaded
  const load = () => void send(async () => {
    if (!value?.cursor) return
    const page = await fetchPage(tab, office, value.cursor)
    set({ lines: merged(value.lines, page.lines), cursor: page.cursor })
  })
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
  const { busy, problem, send, clear } = useSending()
  const [wrong, setWrong] = useState(false)
  const find = (receipt: string | undefined) => {
    setWrong(receipt === undefined)
    clear()
    if (receipt !== undefined) void send(async () => onFound(await call(routes.complaints.staffFind, { params: { receipt } })))
  }
  return { busy, wrong, problem, find, clear: () => { setWrong(false); clear() } }
}
