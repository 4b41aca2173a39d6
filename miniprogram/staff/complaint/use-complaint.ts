import { useState } from 'react'
import { routes } from '@shared/api/routes'
import type { StaffActBody } from '@shared/complaints/acts'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { ServiceError, type Since } from '@shared/errors/service-error'
import { call } from '../../platform/request'
import type { Loaded } from '../../state/use-loaded'
import { useSending, type Sending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'

/** A complaint on screen, and acting on it. */
export interface ComplaintOnScreen {
  readonly loaded: Loaded<StaffComplaint>
  readonly sending: Sending
  /** Somebody else was quicker: what is shown now is newer than what was acted on; what was done since. */
  readonly overtaken: readonly Since[] | undefined
  /** Sends an action; the complaint after it, or nothing when it was not done. After a conflict the newer complaint is shown and the form keeps its words. */
  readonly act: (body: StaffActBody) => Promise<StaffComplaint | undefined>
}

const isConflict = (error: unknown) => error instanceof ServiceError && (error.code === 'version-conflict' || error.code === 'action-not-possible')

/** Fetches a complaint and does steps of the state table with it; `onSeen` hears of every version that is shown. */
export function useComplaint(id: string, onSeen: (complaint: StaffComplaint) => void): ComplaintOnScreen {
  const get = async () => {
    const complaint = await call(routes.complaints.staffGet, { params: { id } })
    onSeen(complaint)
    return complaint
  }
  const loaded = useStaffLoaded(`complaint ${id}`, get)
  const sending = useSending()
  const [overtaken, setOvertaken] = useState<readonly Since[]>()
  const act = async (body: StaffActBody) => {
    let after: StaffComplaint | undefined
    await sending.send(async () => {
      try {
        after = await call(routes.complaints.act, { params: { id }, body })
        loaded.set(after)
        setOvertaken(undefined)
        onSeen(after)
      } catch (error) {
        if (isConflict(error)) {
          loaded.set(await get())
          setOvertaken((error as ServiceError).detail.since ?? [])
        }
        throw error
      }
    })
    return after
  }
  return { loaded, sending, overtaken, act }
}
