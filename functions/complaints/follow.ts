import type { FollowedCase, Following } from '@shared/complaints/public-case'
import { citizenState } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'
import type { Citizen } from '../platform/actor'
import { fromCursor, toCursor } from '../platform/cursor'
import type { ComplaintRecord } from './record'
import { citizenDoer } from './steps/citizen-step'
import { takeStep } from './steps/step'
import type { ComplaintStore, Follower } from './store'
import type { Times } from './times'

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

/** What a citizen follows. */
export interface Followed {
  /** Anything that is neither published nor followed by them is `not-found`, as if there were none. */
  one(citizen: Pick<Citizen, 'centre' | 'id'>, id: string): Promise<Following>
  /** What they follow, by key; of what is not public only that they follow it. */
  list(citizen: Pick<Citizen, 'centre' | 'id'>, cursor: string | undefined, limit: number): Promise<{ cases: FollowedCase[]; cursor?: string }>
}

function followedCase({ id, updatedAt, publishedAt, publicText, kind, state, followers }: ComplaintRecord, follower: Follower | undefined): FollowedCase {
  return {
    id, updatedAt,
    ...(publicText && publishedAt !== undefined ? { shown: { kind, state: citizenState(state), question: publicText.question, answer: publicText.answer, publishedAt, followers } } : {}),
    ...(follower?.complaint && follower.receipt ? { own: { id: follower.complaint, receipt: follower.receipt } } : {}),
  }
}

/** What is followed, over the store. */
export function createFollowed(store: Pick<ComplaintStore, 'record' | 'follower' | 'followed'>): Followed {
  return {
    async one({ centre, id: citizen }, id) {
      const [it, follower] = await Promise.all([store.record(centre, id), store.follower(centre, id, citizen)])
      const following = follower?.on ?? false
      if (!it || (it.publishedAt === undefined && !following)) throw new ServiceError('not-found')
      return { followers: it.followers, following, ...(it.citizen === citizen ? { own: true } : {}) }
    },
    async list({ centre, id: citizen }, cursor, limit) {
      const ids = await store.followed(centre, citizen, { from: fromCursor(cursor), limit })
      const cases = await Promise.all(ids.map(async (id) => {
        const [it, follower] = await Promise.all([store.record(centre, id), store.follower(centre, id, citizen)])
        // The index follows the table with a short delay: what was left a moment ago is left out.
        return it && follower?.on ? [followedCase(it, follower)] : []
      }))
      const last = ids[ids.length - 1]
      return { cases: cases.flat().sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)), ...(ids.length === limit && last ? { cursor: toCursor(last) } : {}) }
    },
  }
}
