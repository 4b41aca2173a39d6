import { useEffect, useState } from 'react'
import { routes } from '@shared/api/routes'
import type { Following } from '@shared/complaints/public-case'
import { centre } from '../platform/config'
import { call } from '../platform/request'
import { hasAccount } from '../platform/session'
import { problemOf } from '../state/problem'

/** Whether the citizen follows a public case of somebody else, and the act of it. */
export interface FollowingOnScreen extends Following {
  readonly busy: boolean
  /** A sentence; empty when nothing went wrong. */
  readonly problem: string
  readonly follow: (on: boolean) => Promise<void>
}

/**
 * “我也遇到” for the public case `id`; `followers` as its list told. Whether the citizen follows it already is asked only of who has an
 * account: no account is made for looking. When that cannot be had, the button stands as for who does not follow.
 */
export function useFollowing(id: string, followers = 0): FollowingOnScreen {
  const [state, setState] = useState<{ readonly id: string } & Following>({ id, followers, following: false })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    if (!id || !hasAccount()) return
    let wanted = true
    call(routes.complaints.following, { params: { centre, id } })
      .then((found) => { if (wanted) setState({ id, ...found }) })
      .catch(() => undefined)
    return () => { wanted = false }
  }, [id])
  const follow = async (on: boolean) => {
    setBusy(true)
    setProblem('')
    try {
      setState({ id, ...await call(routes.complaints.follow, { params: { centre, id }, body: { follow: on } }) })
    } catch (error) {
      setProblem(problemOf(error).message)
    } finally {
      setBusy(false)
    }
  }
  const { id: of, ...known } = state
  return { ...(of === id ? known : { followers, following: false }), busy, problem, follow }
}
