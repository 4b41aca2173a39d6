import * as v from 'valibot'
import { day, maybeText, text, version } from '../api/fields'
import { localId } from '../centre/centre'
import { chosenClosings, declineReasonList } from './codes'
import { maxText } from './complaint'

/** Most offices that help with one complaint. */
export const maxHelping = 5

/** What staff send with an action; the version guards against two windows acting at once. */
const act = { expectedVersion: version }
const decline = v.pipe(
  v.strictObject({
    ...act, action: v.literal('decline'), reason: v.picklist(declineReasonList, '请选择原因'),
    /** Who is responsible in the centre's place, e.g. 12345; must be there when the reason is `notOurs`. */
    responsible: v.optional(maybeText(60)),
    text: text(maxText),
  }),
  v.forward(v.partialCheck([['reason'], ['responsible']], ({ reason, responsible }) => reason !== 'notOurs' || Boolean(responsible), '请写明由谁负责，例如 12345'), ['responsible']),
)

/** Body of a staff action, by action. */
export const staffActBody = v.variant('action', [
  v.strictObject({ ...act, action: v.literal('accept'), text: v.optional(maybeText(maxText)) }),
  decline,
  v.strictObject({
    ...act, action: v.literal('pass'),
    /** The office that leads (主办). */
    office: localId,
    /** Offices that help (协办): they see the complaint and may add notes. */
    helping: v.optional(v.pipe(v.array(localId), v.maxLength(maxHelping, `最多 ${maxHelping} 个协办科室`)), []),
    note: v.optional(maybeText(maxText)),
  }),
  v.strictObject({ ...act, action: v.literal('return'), note: text(maxText) }),
  v.strictObject({ ...act, action: v.literal('investigate') }),
  v.strictObject({ ...act, action: v.literal('note'), text: text(maxText) }),
  v.strictObject({ ...act, action: v.literal('ask'), text: text(maxText) }),
  v.strictObject({ ...act, action: v.literal('resume'), note: v.optional(maybeText(maxText)) }),
  v.strictObject({ ...act, action: v.literal('refer'), note: text(maxText) }),
  v.strictObject({
    ...act, action: v.literal('decide'), note: text(maxText),
    /** Day of the decision, not in the future. */
    date: day,
    /** Who decided, as it stands on the paper. */
    by: text(40),
  }),
  v.strictObject({
    ...act, action: v.literal('plan'), text: text(maxText),
    /** Day by which it will have been put right, not in the past. */
    due: day,
  }),
  v.strictObject({ ...act, action: v.literal('rectify'), text: text(maxText) }),
  v.strictObject({ ...act, action: v.literal('answer'), text: text(maxText) }),
  v.strictObject({ ...act, action: v.literal('close'), closing: v.picklist(chosenClosings, '请选择办结方式'), text: v.optional(maybeText(maxText)) }),
  v.strictObject({ ...act, action: v.literal('reopen'), text: text(maxText) }),
  v.strictObject({
    ...act, action: v.literal('extend'),
    /** Why it takes longer: the citizen reads it when a chief consents. */
    text: text(500),
    /** The later day. */
    due: day,
  }),
  v.strictObject({ ...act, action: v.literal('grant') }),
  v.strictObject({ ...act, action: v.literal('refuse'), note: v.optional(maybeText(maxText)) }),
  v.strictObject({ ...act, action: v.literal('publish'), question: text(maxText), answer: text(maxText) }),
  v.strictObject({ ...act, action: v.literal('unpublish') }),
])
/** Body of a staff action. */
export type StaffActBody = v.InferOutput<typeof staffActBody>
