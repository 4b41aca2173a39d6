import { useEffect, useRef } from 'react'
import { useRefresh, useReturn } from '../../platform/page'
import { useList, type PagedList, type Part } from '../../state/use-list'
import { useStaffToken } from '../session/use-staff'

/** `useList` for staff pages: fetched anew when one comes back to the page, pulls it down, or has signed in again. */
export function useStaffList<T>(fetch: (cursor: string | undefined) => Promise<Part<T>>): PagedList<T> {
  const list = useList(fetch)
  const { reload } = list
  const token = useStaffToken()
  const before = useRef(token)
  useEffect(() => {
    if (token && token !== before.current) void reload()
    before.current = token
  }, [token, reload])
  useReturn(() => void reload())
  useRefresh(reload)
  return list
}
