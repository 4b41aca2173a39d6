import * as v from 'valibot'
import { clientKey, day, maybeText, randomId, text, version } from '../api/fields'
import { localId } from '../centre/centre'
import { chosenClosings, declineReasonList, isBad, ratingList } from './codes'
import { complaintKindList } from './kinds'
import { maxText, photos, receiptNumber, where } from './complaint'
import { marksIn } from '../templates/variables'

/** Most offices that one note speaks to. */
const maxMentions = 10

/** Most offices that help with one complaint. */
const maxHelping = 5

/** Words that the citizen reads: no variable of a template may be left in them. */
const citizenText = (max: number) => v.pipe(text(max), v.check((it) => marksIn(it).length === 0, ({ input }) => `还有没填上的：${marksIn(String(input)).join('、')}`))
const maybeCitizenText = v.pipe(maybeText(maxText), v.check((it) => marksIn(it).length === 0, ({ input }) => `还有没填上的：${marksIn(String(input)).join('、')}`))

/** Most photos of before, and of after, that are published. */
const maxPublicPhotos = 6
const publicPhotos = v.pipe(v.array(randomId), v.maxLength(maxPublicPhotos, `最多 ${maxPublicPhotos} 张照片`))

/** What staff send with an action; the version guards against two windows acting at once. */
const act = { expectedVersion: version }
const decline = v.pipe(
  v.strictObject({
    ...act, action: v.literal('decline'), reason: v.picklist(declineReasonList, '请选择原因'),
    /** Who is responsible in the centre's place, e.g. 12345; must be there when the reason is `notOurs`. */
    responsible: v.optional(maybeText(60)),
    text: citizenText(maxText),
  }),
  v.forward(v.partialCheck([['reason'], ['responsible']], ({ reason, responsible }) => reason !== 'notOurs' || Boolean(responsible), '请写明由谁负责，例如 12345'), ['responsible']),
)

/** What a citizen sends to rate how it was handled; a bad rating says why. */
export const rateBody = v.pipe(
  v.strictObject({ ...act, rating: v.picklist(ratingList), reason: v.optional(maybeText(500)) }),
  v.forward(v.partialCheck([['rating'], ['reason']], ({ rating, reason }) => !isBad(rating) || Boolean(reason), '请写明哪里不满意'), ['reason']),
)
/** What a citizen sends to rate how it was handled. */
export type RateBody = v.InferOutput<typeof rateBody>

/** What a citizen sends to have it taken up again. */
export const reopenBody = v.strictObject({ ...act, text: text(500) })
/** What a citizen sends to have it taken up again. */
export type ReopenBody = v.InferOutput<typeof reopenBody>

/** What staff send to take in what somebody says at the window or on the telephone. */
export const intakeBody = v.strictObject({
  clientKey,
  channel: v.picklist(['window', 'telephone']),
  kind: v.picklist(complaintKindList, '请选择是哪一类'),
  text: text(maxText),
  where: v.optional(where, {}),
  /** The citizen's, not the clerk's; left out when they do not want to give it. */
  contact: v.optional(maybeText(60)),
  name: v.optional(maybeText(20)),
})
/** What staff send to take in what somebody says at the window or on the telephone. */
export type IntakeBody = v.InferOutput<typeof intakeBody>

/** Most complaints that are passed on at once. */
export const maxPassed = 50
/** What staff send to pass several complaints on to one office. */
export const passManyBody = v.strictObject({
  complaints: v.pipe(v.array(v.strictObject({ id: randomId, expectedVersion: version })), v.minLength(1), v.maxLength(maxPassed, `一次最多转办 ${maxPassed} 件`)),
  office: localId,
  helping: v.optional(v.pipe(v.array(localId), v.maxLength(maxHelping, `最多 ${maxHelping} 个协办科室`)), []),
  note: v.optional(maybeText(maxText)),
})
/** What staff send to pass several complaints on to one office. */
export type PassManyBody = v.InferOutput<typeof passManyBody>
/** What became of each of them: done, or the code and sentence of its error. */
export const passManyResult = v.strictObject({ results: v.array(v.strictObject({ id: randomId, done: v.boolean(), code: v.optional(v.string()), message: v.optional(v.string()) })) })
/** What became of each of them. */
export type PassManyResult = v.InferOutput<typeof passManyResult>

/** Body of a staff action, by action. */
export const staffActBody = v.variant('action', [
  v.strictObject({ ...act, action: v.literal('accept'), text: v.optional(maybeCitizenText) }),
  decline,
  v.strictObject({
    ...act, action: v.literal('pass'),
    /** The office that leads (主办). */
    office: localId,
    /** Offices that help (协办): they see the complaint and may add notes. */
    helping: v.optional(v.pipe(v.array(localId), v.maxLength(maxHelping, `最多 ${maxHelping} 个协办科室`)), []),
    note: v.optional(maybeText(maxText)),
    /** Another kind than the citizen chose, when the text is plainly about that. */
    kind: v.optional(v.picklist(complaintKindList)),
  }),
  v.strictObject({ ...act, action: v.literal('return'), note: text(maxText) }),
  v.strictObject({ ...act, action: v.literal('investigate') }),
  v.strictObject({
    ...act, action: v.literal('note'), text: text(maxText),
    /** Offices that the note speaks to (@科室): they are told, and may read the complaint and add notes. */
    mentions: v.optional(v.pipe(v.array(localId), v.maxLength(maxMentions, `最多 @ ${maxMentions} 个科室`)), []),
  }),
  v.strictObject({ ...act, action: v.literal('ask'), text: citizenText(maxText) }),
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
    ...act, action: v.literal('plan'), text: citizenText(maxText),
    /** Day by which it will have been put right, not in the past. */
    due: day,
  }),
  v.strictObject({ ...act, action: v.literal('rectify'), text: citizenText(maxText), /** What it looks like now, uploaded by whoever sends this. */ photos: v.optional(photos, []) }),
  v.strictObject({ ...act, action: v.literal('answer'), text: citizenText(maxText) }),
  v.strictObject({ ...act, action: v.literal('close'), closing: v.picklist(chosenClosings, '请选择办结方式'), text: v.optional(maybeCitizenText) }),
  v.strictObject({ ...act, action: v.literal('callBack'), text: citizenText(maxText) }),
  v.strictObject({ ...act, action: v.literal('reopen'), text: citizenText(maxText) }),
  v.strictObject({
    ...act, action: v.literal('extend'),
    /** Why it takes longer: the citizen reads it when a chief consents. */
    text: citizenText(500),
    /** The later day. */
    due: day,
  }),
  v.strictObject({ ...act, action: v.literal('grant') }),
  v.strictObject({ ...act, action: v.literal('refuse'), note: v.optional(maybeText(maxText)) }),
  v.strictObject({
    ...act, action: v.literal('merge'),
    /** Receipt number of the complaint that is the same. */
    into: receiptNumber,
  }),
  v.strictObject({
    ...act, action: v.literal('publish'), question: text(maxText), answer: text(maxText),
    /** What was put right (整改情况). */
    result: v.optional(maybeText(maxText)),
    /** Photos of the complaint that have passed the check, as they were before and after it was put right. */
    before: v.optional(publicPhotos),
    after: v.optional(publicPhotos),
    /** Words that looked like personal data and that a person has judged to be none. */
    confirmed: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(100)), []),
  }),
  v.strictObject({ ...act, action: v.literal('unpublish') }),
])
/** Body of a staff action. */
export type StaffActBody = v.InferOutput<typeof staffActBody>
