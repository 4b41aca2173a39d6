import * as v from 'valibot'
import type { ComplaintKind } from './kinds'

const workingDays = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(250))
const ofKind = v.optional(v.strictObject({ accept: v.optional(workingDays), answer: v.optional(workingDays) }))

/** How long a centre gives itself and its citizens, in working days, and how often a citizen may have a complaint taken up again; data/centre.json. */
export const complaintLimits = v.strictObject({
  /** To take it on, or to say why not. */
  accept: v.optional(workingDays, 1),
  /** To answer first. */
  answer: v.optional(workingDays, 5),
  /** How long a citizen's answer to a question is waited for. */
  ask: v.optional(workingDays, 10),
  /** Overdue by so many, the leader is told. */
  escalate: v.optional(workingDays, 3),
  /** How often a citizen may have it taken up again. */
  reopens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)), 2),
  /** Kinds with limits of their own. */
  byKind: v.optional(v.strictObject({ pain: ofKind, blockage: ofKind, difficulty: ofKind, opinion: ofKind, suggestion: ofKind }), {}),
})
/** How long a centre gives itself and its citizens. */
export type ComplaintLimits = v.InferOutput<typeof complaintLimits>

/** The limits of one complaint. */
export type CaseLimits = Omit<ComplaintLimits, 'byKind'>

/** The limits for a kind of complaint. */
export function limitsOf({ byKind, ...common }: ComplaintLimits, kind: ComplaintKind): CaseLimits {
  const own = byKind[kind]
  return { ...common, accept: own?.accept ?? common.accept, answer: own?.answer ?? common.answer }
}
