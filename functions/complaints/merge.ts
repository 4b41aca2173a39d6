import type { StaffComplaint } from '@shared/complaints/complaint'
import { ServiceError } from '@shared/errors/service-error'
import type { Staff } from '../platform/actor'
import type { ComplaintRecord, Whole } from './record'
import { doerOf } from './steps/staff-step'
import { requireVersion, takeStep, type Step, type StepTime } from './steps/step'
import type { ComplaintStore, Follower } from './store'

/** The two steps of a merge, and who follows the remaining complaint from now on. */
export interface Merge {
  readonly gone: Step
  readonly kept: Step
  readonly followers: readonly Follower[]
}

/** Most followers that move with a merged complaint: both complaints and everybody who follows change in one transaction. */
export const maxMoved = 50

/**
 * Decides that one complaint is the same as another: it is closed as 重复, and its citizen and followers (`following`) follow the other, whom
 * some of them (`already`) may have followed before; each is counted once. Pure.
 * @throws ServiceError `invalid-request` when the other one cannot take it, `version-conflict`, `action-not-possible`
 */
export function decideMerge(it: ComplaintRecord, into: ComplaintRecord, following: readonly Follower[], already: readonly Follower[], expectedVersion: number, staff: Staff, time: StepTime): Merge {
  requireVersion(it, expectedVersion)
  const wrong = (sentence: string) => new ServiceError('invalid-request', { fields: { into: sentence } })
  if (into.id === it.id) throw wrong('不能并入它自己')
  if (into.closedAs === 'duplicate' || into.closedAs === 'withdrawn' || into.state === 'declined') throw wrong('这一件已经撤回、合并或不予受理，请选另一件')
  if (following.length > maxMoved) throw wrong('跟进的人太多，请反过来合并')
  const doer = doerOf(staff)
  const since = into.version + 1
  const before = new Map(already.map((one) => [one.citizen, one]))
  const own: Follower[] = it.citizen && it.citizen !== into.citizen ? [{ citizen: it.citizen, on: true, since, complaint: it.id, receipt: it.receipt }] : []
  const moved = following.filter(({ citizen }) => citizen !== into.citizen && citizen !== it.citizen).map((one) => ({ ...before.get(one.citizen), ...one, since }))
  const followers = [...own, ...moved]
  const more = followers.filter(({ citizen }) => !before.has(citizen)).length
  return {
    gone: takeStep(it, 'merge', staff.role, time, {
      changes: { closedAs: 'duplicate', mergedInto: into.id, before: undefined, askedOn: undefined, askedUntil: undefined, textReview: false, additionAt: undefined, handledBy: staff.id }, event: { note: `并入 ${into.receipt}` }, doer,
    }),
    kept: takeStep(into, 'absorb', staff.role, time, { changes: { followers: into.followers + more }, event: { note: `并入了 ${it.receipt}：${it.excerpt}` }, doer }),
    followers,
  }
}

/** Merges one complaint into the one with a receipt number. */
export type MergeInto = (staff: Staff, whole: Whole, receipt: string, expectedVersion: number, time: StepTime) => Promise<void>

/** Merging over the store; whoever is overtaken is told so. */
export const createMerge = ({ store }: { store: ComplaintStore }): MergeInto => async (staff, { complaint }, receipt, expectedVersion, time) => {
  const id = await store.byReceipt(staff.centre, receipt)
  for (let attempt = 0; attempt < 4; attempt++) {
    const into = id ? (await store.get(staff.centre, id))?.complaint : undefined
    if (!into) throw new ServiceError('invalid-request', { fields: { into: '没有这个受理号' } })
    const [following, already] = await Promise.all([store.followers(staff.centre, complaint.id), store.followers(staff.centre, into.id)])
    const merge = decideMerge(complaint, into, following, already, expectedVersion, staff, time)
    const outcome = await store.merge(complaint, into, merge)
    if (outcome === 'written') return
    if (outcome === 'gone-moved-on') throw new ServiceError('version-conflict', { currentVersion: complaint.version + 1 satisfies StaffComplaint['version'] })
  }
  throw new ServiceError('unavailable')
}
