import * as v from 'valibot'
import { centre as centreSchema } from '@shared/centre/centre'
import { askedComplaint, citizenComplaint, citizenComplaintLine, publishedAnswer } from '@shared/complaints/complaint'
import { followedCase } from '@shared/complaints/public-case'
import { publicFigures } from '@shared/complaints/public-figures'
import { item } from '@shared/items/item'
import { message } from '@shared/messages/message'
import { centre } from '../platform/config'
import { lastSeen } from './last-seen'

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Guides last looked at, by item. */
export const seenItems = lastSeen('seen-items', item, 20, (value) => listOf(value).map((one) => ({ key: (one as { id?: unknown } | null)?.id, value: one })))
/** The centre's data, by centre: the hall shows without a network too. */
export const seenCentre = lastSeen(`centre-${centre}`, centreSchema, 1, (value) => [{ key: centre, value }])
/** My complaints last looked at, by complaint. */
export const seenComplaints = lastSeen('seen-complaints', citizenComplaint, 20)
/** The first parts of lists: my complaints, what I follow, my messages, the published answers. */
export const seenMine = lastSeen('seen-mine', v.array(citizenComplaintLine), 1)
/** My complaints that wait for me. */
export const seenAsked = lastSeen('seen-asked', v.array(askedComplaint), 1)
/** See `seenMine`. */
export const seenFollowed = lastSeen('seen-followed', v.array(followedCase), 1)
/** See `seenMine`. */
export const seenMessages = lastSeen('seen-messages', v.array(message), 1)
/** See `seenMine`. */
export const seenAnswers = lastSeen('seen-answers', v.array(publishedAnswer), 1)

/** One published case, by its id. */
export const seenAnswer = lastSeen('seen-answer', publishedAnswer, 20)
/** The public figures. */
export const seenFigures = lastSeen('seen-figures', v.strictObject({ figures: v.optional(publicFigures) }), 1)

/** Forgets whatever was seen of the person and of their searches; the centre's own data stays. */
export function forgetSeen(): void {
  for (const store of [seenItems, seenComplaints, seenMine, seenAsked, seenFollowed, seenMessages, seenAnswers, seenAnswer, seenFigures]) store.forget()
}
