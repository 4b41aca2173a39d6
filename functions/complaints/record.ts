import * as v from 'valibot'
import { channelList, closingList, ratingList } from '@shared/complaints/codes'
import { citizenEvent, decision, extension, plan, refusal, staffEvent, where } from '@shared/complaints/complaint'
import { complaintKindList } from '@shared/complaints/kinds'
import { complaintStateList, currentState } from '@shared/complaints/states'
import { cut } from '@shared/text/cut'

/** A state as it was stored, by this version or an older one. */
const state = v.pipe(v.unknown(), v.transform(currentState), v.picklist(complaintStateList))

/** What is public of a complaint: texts, photos by id, the month in which it was raised (none in what older versions published). */
export const publicText = v.object({
  question: v.string(),
  answer: v.string(),
  result: v.optional(v.string()),
  before: v.optional(v.array(v.string())),
  after: v.optional(v.array(v.string())),
  month: v.optional(v.string()),
})

/** A complaint as this version writes it; `complaintRecord` reads it, and what older versions wrote. */
const complaintFields = v.object({
  centre: v.string(),
  id: v.string(),
  receipt: v.string(),
  /** Who raised it; gone when the citizen had their data deleted. */
  citizen: v.optional(v.string()),
  kind: v.picklist(complaintKindList),
  state,
  text: v.string(),
  /** Beginning of the text, for lists. */
  excerpt: v.string(),
  where,
  photos: v.array(v.string()),
  contact: v.optional(v.string()),
  /** Only when the citizen wants it shown to staff. */
  name: v.optional(v.string()),
  showName: v.boolean(),
  /** No automatic check has passed the text: a person reads it first. */
  textReview: v.boolean(),
  submittedAt: v.string(),
  updatedAt: v.string(),
  /** Number of writes; each has one event, whose number is the version. */
  version: v.number(),
  /** How it reached the centre. */
  channel: v.optional(v.picklist(channelList), 'app'),
  /** Office that leads (主办). */
  office: v.optional(v.string()),
  /** Offices that help (协办). */
  helping: v.optional(v.array(v.string()), []),
  /** State from which it was asked or referred, and to which it goes back. */
  before: v.optional(state),
  /** Deadlines, as shared/complaints/clock.ts has them: days, or `unknown` when the calendar does not reach so far. */
  acceptBy: v.optional(v.string()),
  answerBy: v.optional(v.string()),
  /** Day from which the answer's time counts, when it is not the day on which it was raised. */
  answerFrom: v.optional(v.string()),
  askedOn: v.optional(v.string()),
  askedUntil: v.optional(v.string()),
  /** When it was first answered since it was submitted or taken up again: with an answer, a plan or a refusal. */
  answeredAt: v.optional(v.string()),
  /** The first answer of all, and the day by which it was due: for the figures, whatever becomes of it later. */
  firstAnswer: v.optional(v.object({ at: v.string(), due: v.optional(v.string()) })),
  /** Account that answered last: somebody else calls back. */
  answeredBy: v.optional(v.string()),
  /** When the citizen last added something after which nobody of the centre has done anything. */
  additionAt: v.optional(v.string()),
  /** Account that took the last step on the centre's side. */
  handledBy: v.optional(v.string()),
  /** The rating of the last answer, and whether a bad one still waits for a call back. */
  rating: v.optional(v.picklist(ratingList)),
  callback: v.optional(v.picklist(['open', 'done'])),
  /** How many other citizens follow it. */
  followers: v.optional(v.number(), 0),
  /** Complaint into which it was merged. */
  mergedInto: v.optional(v.string()),
  /** How often its citizen had it taken up again. */
  citizenReopens: v.optional(v.number(), 0),
  extension: v.optional(extension),
  /** What the clock has done about the deadline that runs. */
  marks: v.optional(v.array(v.string()), []),
  /** How many of the last events are nobody's doing but the clock's: who wrote meanwhile has overlooked nothing. */
  quiet: v.optional(v.number(), 0),
  refusal: v.optional(refusal),
  decision: v.optional(decision),
  plan: v.optional(plan),
  closedAs: v.optional(v.picklist(closingList)),
  /** How often it was taken up again. */
  reopens: v.optional(v.number(), 0),
  /** The deadline that runs, for lists. */
  due: v.optional(v.string()),
  publicText: v.optional(publicText),
  publishedAt: v.optional(v.string()),
})

/** What older versions called otherwise: 已撤回 was a state, only a question had a state to go back to, and the only deadline was the answer's. */
function renamed(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored
  const { askedFrom, ...it } = stored as Record<string, unknown>
  return {
    ...(askedFrom === undefined ? {} : { before: askedFrom }),
    ...(it.state === 'withdrawn' ? { closedAs: 'withdrawn' } : {}),
    ...(it.acceptBy === undefined && it.answerBy === undefined && it.due !== undefined ? { answerBy: it.due } : {}),
    ...it,
  }
}

/** A complaint, as it is stored, by this version or an older one. */
export const complaintRecord = v.pipe(v.unknown(), v.transform(renamed), complaintFields)
/** The fields of a complaint that lists show. */
export const lineFields = v.pick(complaintFields, ['id', 'receipt', 'kind', 'state', 'excerpt', 'submittedAt', 'updatedAt', 'office', 'due', 'textReview'])
/** The fields of a line of the public board. */
export const publishedFields = v.pick(complaintFields, ['id', 'kind', 'state', 'where', 'followers'])
/** A complaint, as it is stored. */
export type ComplaintRecord = v.InferOutput<typeof complaintRecord>

/** One event of a complaint, as it is stored: the audit and the timeline. */
export const eventRecord = v.object({
  centre: v.string(),
  complaint: v.string(),
  number: v.number(),
  at: v.string(),
  action: citizenEvent.entries.action,
  /** State after the event. */
  state,
  by: v.picklist(['citizen', 'centre']),
  /** Staff account; none for the citizen. */
  byId: v.optional(v.string()),
  byName: v.string(),
  byRole: staffEvent.entries.byRole,
  visibility: staffEvent.entries.visibility,
  text: v.optional(v.string()),
  note: v.optional(v.string()),
  /** Offices that a note speaks to, by id. */
  mentions: v.optional(v.array(v.string())),
  /** Name of the office that it was passed to. */
  office: v.optional(v.string()),
  /** Office that leads and offices that help after the event; none of both in events of older versions. */
  lead: v.optional(v.string()),
  helping: v.optional(v.array(v.string())),
  /** The rating, for figures by month and office. */
  rating: v.optional(v.picklist(ratingList)),
  photos: v.array(v.string()),
})
/** One event of a complaint, as it is stored. */
export type EventRecord = v.InferOutput<typeof eventRecord>

/** The beginning of a text that lists show: up to 60 characters. */
export const excerptOf = (text: string): string => cut(text, 60)

/** A complaint with all its events, oldest first. */
export interface Whole {
  readonly complaint: ComplaintRecord
  readonly events: readonly EventRecord[]
}
