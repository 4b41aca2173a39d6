import * as v from 'valibot'
import { clientKey, day, instant, maybeText, randomId, text, version } from '../api/fields'
import { localId } from '../centre/centre'
import { itemId } from '../items/item'
import { shownPhoto } from '../photos/photo'
import { staffRoles, type StaffRole } from '../accounts/roles'
import { channelList, closingList, declineReasonList, ratingList } from './codes'
import { complaintKindList } from './kinds'
import { complaintActionList, complaintStateList } from './states'

/** Longest text of a complaint, UTF-16 units. */
export const maxText = 2000
/** Most photos of a complaint. */
export const maxPhotos = 6

const kind = v.picklist(complaintKindList)
const state = v.picklist(complaintStateList)

/** Where it happened: any of an item, a service area, a window, or on the net. */
export const where = v.strictObject({
  item: v.optional(itemId),
  area: v.optional(localId),
  window: v.optional(localId),
  online: v.optional(v.boolean()),
})
/** Where it happened. */
export type Where = v.InferOutput<typeof where>

/** Ids of photos that go with what somebody writes. */
export const photos = v.pipe(v.array(randomId), v.maxLength(maxPhotos, `最多 ${maxPhotos} 张照片`))

/** What a citizen sends to raise a complaint (找茬). */
export const submitBody = v.strictObject({
  clientKey,
  kind,
  text: text(maxText),
  where: v.optional(where, {}),
  photos: v.optional(photos, []),
  /** Telephone or other way to reach the citizen; only staff see it. */
  contact: v.optional(maybeText(60)),
  /** Name to be shown to staff with the complaint, when the citizen wants it shown. */
  name: v.optional(maybeText(20)),
  showName: v.optional(v.boolean(), false),
})
/** What a citizen sends to raise a complaint. */
export type SubmitBody = v.InferOutput<typeof submitBody>

/** Number that people read out: ZC-YYYYMMDD-NNNN. It never gives access on its own. */
export const receiptNumber = v.pipe(v.string(), v.regex(/^ZC-\d{8}-\d{4,}$/))

/** One event as the citizen sees it. */
export const citizenEvent = v.strictObject({
  number: version,
  at: instant,
  action: v.picklist(['submit', ...complaintActionList]),
  state,
  /** Who acted: the citizen or the centre. */
  by: v.picklist(['citizen', 'centre']),
  /** Sentence of the state table, the text of the event after it. */
  sentence: v.string(),
  text: v.optional(v.string()),
  /** Name of the office that it was passed to. */
  office: v.optional(v.string()),
  photos: v.array(shownPhoto),
})
/** One event as the citizen sees it. */
export type CitizenEvent = v.InferOutput<typeof citizenEvent>

/** One event as staff see it: the audit. */
export const staffEvent = v.strictObject({
  ...citizenEvent.entries,
  visibility: v.picklist(['citizen', 'internal']),
  /** Internal remark that goes with a step. */
  note: v.optional(v.string()),
  /** Offices that an internal note speaks to (@科室), by id: they are told, and may read the complaint and add notes. */
  mentions: v.optional(v.array(localId)),
  byName: v.string(),
  byRole: v.picklist(['citizen', 'clock', ...Object.keys(staffRoles) as StaffRole[]]),
})
/** One event as staff see it. */
export type StaffEvent = v.InferOutput<typeof staffEvent>

/** A case on the public board: what staff have written free of personal data, and the photos that they chose. */
export const publishedAnswer = v.strictObject({
  id: randomId,
  kind,
  question: text(maxText),
  answer: text(maxText),
  /** What was put right (整改情况). */
  result: v.optional(text(maxText)),
  publishedAt: instant,
  state,
  /** Month in which it was raised, `2026-11`; the day is nobody's business. */
  month: v.optional(v.string()),
  where: v.optional(where, {}),
  /** How many others follow it (我也遇到). */
  followers: v.optional(v.number(), 0),
  /** Photos of before and after; in a list the first of each. One without an address cannot be seen now. */
  before: v.optional(v.array(shownPhoto), []),
  after: v.optional(v.array(shownPhoto), []),
})
/** A case on the public board. */
export type PublishedAnswer = v.InferOutput<typeof publishedAnswer>

/** Day by which something is due; `unknown`: the calendar does not cover the year, so staff must add it. */
const due = v.union([day, v.literal('unknown')])

/** A later day that was asked for, why, and by whom; a chief has not decided yet. */
export const extension = v.strictObject({ due: day, reason: v.string(), by: v.string() })
/** What is going to be put right (整改), and by which day. */
export const plan = v.strictObject({ text: v.string(), due })
/** What was decided (领导决定), on which day and by whom. */
export const decision = v.strictObject({ text: v.string(), date: day, by: v.string() })
/** Why it was not taken on, and who is responsible in the centre's place. */
export const refusal = v.strictObject({ reason: v.picklist(declineReasonList), responsible: v.optional(v.string()) })

const common = {
  id: randomId,
  receipt: receiptNumber,
  kind,
  state,
  text: v.string(),
  where,
  submittedAt: instant,
  updatedAt: instant,
  version,
  photos: v.array(shownPhoto),
  actions: v.array(v.picklist(complaintActionList)),
  published: v.boolean(),
  plan: v.optional(plan),
  refusal: v.optional(refusal),
  closedAs: v.optional(v.picklist(closingList)),
  /** How often it was taken up again. */
  reopens: v.number(),
  /** The citizen's rating of the last answer. */
  rating: v.optional(v.picklist(ratingList)),
  /** Day by which what is due in this state is due: 受理, 答复, 整改, or the citizen's 补充. */
  due: v.optional(due),
  /** Working days left until then; negative when it is overdue. */
  left: v.optional(v.number()),
}

/** A complaint as its citizen sees it: no internal note, no contact. */
export const citizenComplaint = v.strictObject({ ...common, events: v.array(citizenEvent), hasContact: v.boolean(), showName: v.boolean() })
/** A complaint as its citizen sees it. */
export type CitizenComplaint = v.InferOutput<typeof citizenComplaint>

/** A line of “我的找茬”; `text` is the beginning of what was written. */
export const citizenComplaintLine = v.strictObject({ id: randomId, receipt: receiptNumber, kind, state, text: v.string(), submittedAt: instant, updatedAt: instant })
/** A line of “我的找茬”; `text` is the beginning of what was written. */
export type CitizenComplaintLine = v.InferOutput<typeof citizenComplaintLine>

/** One of my complaints that waits for me (待补充); `text` is the beginning of what was written. */
export const askedComplaint = v.strictObject({
  id: randomId, receipt: receiptNumber, kind, text: v.string(),
  /** What the centre asked last; none where a record has no words of it. */
  question: v.optional(v.string()),
  /** Day until which the answer is waited for, and the working days left; negative when it is past, after which one may still answer. */
  due: v.optional(due),
  left: v.optional(v.number()),
})
/** One of my complaints that waits for me (待补充). */
export type AskedComplaint = v.InferOutput<typeof askedComplaint>

/** A complaint as staff see it. */
export const staffComplaint = v.strictObject({
  ...common,
  events: v.array(staffEvent),
  /** Office that leads (主办), by id. */
  office: v.optional(localId),
  /** Offices that help (协办), by id. */
  helping: v.array(localId),
  decision: v.optional(decision),
  extension: v.optional(extension),
  /** How many other citizens follow it (我也遇到). */
  followers: v.number(),
  /** Complaint into which it was merged. */
  mergedInto: v.optional(randomId),
  /** A bad rating waits for a call back (回访). */
  callback: v.boolean(),
  channel: v.picklist(channelList),
  /** Whether the citizen left a way to be reached; what it is has a route of its own, and each look is written down. */
  hasContact: v.boolean(),
  /** Name, when the citizen wants it shown. */
  name: v.optional(v.string()),
  /** The automatic check of the text did not answer or was unsure: a person reads it first. */
  textReview: v.boolean(),
  /** What is public of it; photos by id. */
  publicText: v.optional(v.strictObject({
    question: v.string(), answer: v.string(), result: v.optional(v.string()), before: v.optional(v.array(v.string())), after: v.optional(v.array(v.string())), month: v.optional(v.string()),
  })),
})
/** A complaint as staff see it. */
export type StaffComplaint = v.InferOutput<typeof staffComplaint>

/** A line of the staff's queue. */
export const staffComplaintLine = v.strictObject({
  ...citizenComplaintLine.entries,
  office: v.optional(localId),
  due: v.optional(due),
  left: v.optional(v.number()),
  overdue: v.boolean(),
  textReview: v.boolean(),
  version,
  /** When the citizen last added something after which nobody of the centre has done anything. */
  additionAt: v.optional(instant),
  /** Whoever asks took its last step. */
  mine: v.boolean(),
})
/** A line of the staff's queue. */
export type StaffComplaintLine = v.InferOutput<typeof staffComplaintLine>

/** What a citizen adds; sent twice it is added once. */
export const replyBody = v.strictObject({ clientKey, text: text(maxText), photos: v.optional(photos, []) })
/** What a citizen adds. */
export type ReplyBody = v.InferOutput<typeof replyBody>
