import * as v from 'valibot'
import { instant, randomId, text } from '../api/fields'
import { maxText, where } from './complaint'
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
