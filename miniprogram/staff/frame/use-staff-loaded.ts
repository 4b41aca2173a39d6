import { useEffect, useRef } from 'react'
import { useLoaded, type Loaded } from '../../state/use-loaded'
import { useStaffToken } from '../session/use-staff'

/** `useLoaded` for staff pages: what was refused for want of a session is fetched once somebody has signed in again; forms around it stay. */
export function useStaffLoaded<T>(key: string, fetch: () => Promise<T>): Loaded<T> {
  const loaded = useLoaded(key, fetch)
  const token = useStaffToken()
  const before = useRef(token)
  const { reload } = loaded
  useEffect(() => {
    if (token && token !== before.current) void reload()
    before.current = token
  }, [token, reload])
  return loaded
}
