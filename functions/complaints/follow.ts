import { ServiceError } from '@shared/errors/service-error'
import type { Citizen } from '../platform/actor'
import { citizenDoer } from './citizen-step'
import { takeStep } from './step'
import type { ComplaintStore } from './store'
import type { Times } from './times'

/** “我也遇到”: how many follow, and whether this citizen does. */
export interface Following {
  readonly followers: number
  readonly following: boolean
}

/** Follows a published complaint, or no longer does; twice is once. Anything that is not published is `not-found`, as if there were none. */
export type Follow = (citizen: Pick<Citizen, 'centre' | 'id'>, id: string, follow: boolean) => Promise<Following>

/** Following over the store. */
export const createFollow = ({ store, times }: { store: ComplaintStore; times: Times }): Follow => async (citizen, id, follow) => {
  for (let attempt = 0; attempt < 8; attempt++) {
    const it = (await store.get(citizen.centre, id))?.complaint
    const follower = it && await store.follower(citizen.centre, id, citizen.id)
    // Who follows already may stop, also when it is no longer public.
    if (!it || it.citizen === citizen.id || (it.publishedAt === undefined && !follower?.on)) throw new ServiceError('not-found')
    if ((follower?.on ?? false) === follow) return { followers: it.followers, following: follow }
    const step = takeStep(it, follow ? 'follow' : 'unfollow', 'neighbour', await times(citizen.centre, it.kind), {
      changes: { followers: Math.max(0, it.followers + (follow ? 1 : -1)), quiet: it.quiet + 1 }, event: {}, doer: citizenDoer,
    })
    if ((await store.follow(it, step, { ...follower, citizen: citizen.id, on: follow, since: step.complaint.version })) === 'written') return { followers: step.complaint.followers, following: follow }
  }
  throw new ServiceError('unavailable')
}
