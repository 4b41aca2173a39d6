import { useSyncExternalStore } from 'react'
import type { StaffAccount } from '@shared/accounts/accounts'
import { onStaffSession, staffSession } from '../../platform/staff-session'

const token = () => staffSession()?.token ?? ''

/** Token of the session that holds now; empty when there is none. Pages follow it. */
export const useStaffToken = (): string => useSyncExternalStore(onStaffSession, token)

/** The account that is signed in on this device; none when nobody is. */
export function useStaffAccount(): StaffAccount | undefined {
  return useStaffToken() ? staffSession()?.account : undefined
}
