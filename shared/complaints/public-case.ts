import * as v from 'valibot'
import { instant, randomId, text } from '../api/fields'
import { maxText, receiptNumber, where } from './complaint'
import { complaintKindList } from './kinds'
import { complaintStateList } from './states'

/** What somebody is writing; it is compared with public cases and neither kept nor logged. */
export const similarBody = v.strictObject({ text: text(maxText), where: v.optional(where, {}) })
/** What somebody is writing. */
export type SimilarBody = v.InferOutput<typeof similarBody>

/** A public case about the same thing: the beginnings of its published question and answer. */
export const similarCase = v.strictObject({ id: randomId, kind: v.picklist(complaintKindList), state: v.picklist(complaintStateList), question: v.string(), answer: v.string(), publishedAt: instant, /** How many others follow it (我也遇到). */ followers: v.number() })
/** A public case about the same thing. */
export type SimilarCase = v.InferOutput<typeof similarCase>

/** “我也遇到”: how many others follow a case, and whether this citizen does. */
export const following = v.strictObject({ followers: v.number(), following: v.boolean(), /** It is the citizen's own, which nobody follows. */ own: v.optional(v.literal(true)) })
/** How many others follow a case, and whether this citizen does. */
export type Following = v.InferOutput<typeof following>

/** A case that a citizen follows (我关注的). */
export const followedCase = v.strictObject({
  id: randomId,
  /** When something last happened in it. */
  updatedAt: instant,
  /** What is public of it; none while it is not, or no longer, published. */
  shown: v.optional(v.strictObject({ kind: v.picklist(complaintKindList), state: v.picklist(complaintStateList), question: v.string(), answer: v.string(), publishedAt: instant, followers: v.number() })),
  /** The citizen's own complaint that was merged into it. */
  own: v.optional(v.strictObject({ id: randomId, receipt: receiptNumber })),
})
/** A case that a citizen follows. */
export type FollowedCase = v.InferOutput<typeof followedCase>
