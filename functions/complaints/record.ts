import * as v from 'valibot'
import { citizenEvent, staffEvent, where } from '@shared/complaints/complaint'
import { complaintKindList } from '@shared/complaints/kinds'
import { complaintStateList } from '@shared/complaints/states'

const state = v.picklist(complaintStateList)

/** A complaint, as it is stored. */
export const complaintRecord = v.object({
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
  office: v.optional(v.string()),
  /** State in which the open question was asked. */
  askedFrom: v.optional(state),
  /** Day by which it is to be answered, or `unknown` when the calendar does not reach so far. */
  due: v.optional(v.string()),
  publicText: v.optional(v.object({ question: v.string(), answer: v.string() })),
  publishedAt: v.optional(v.string()),
})
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
  /** Name of the office that it was passed to. */
  office: v.optional(v.string()),
  photos: v.array(v.string()),
})
/** One event of a complaint, as it is stored. */
export type EventRecord = v.InferOutput<typeof eventRecord>

/** A complaint with all its events, oldest first. */
export interface Whole {
  readonly complaint: ComplaintRecord
  readonly events: readonly EventRecord[]
}
