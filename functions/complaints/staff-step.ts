import type { StaffActBody } from '@shared/complaints/complaint'
import { findTransition, mayEver, nextState, type ComplaintState } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'
import type { Staff } from '../platform/actor'
import type { ComplaintRecord, EventRecord } from './record'

/** What a step needs to know from outside. */
export interface StepContext {
  readonly staff: Staff
  readonly at: string
  /** Names of the centre's offices by id. */
  readonly offices: ReadonlyMap<string, string>
  /** Day by which a complaint is to be answered that is reopened now. */
  readonly due?: string
}

/** A step decided: the next version and its event. */
export interface DecidedStep {
  readonly complaint: ComplaintRecord
  readonly event: EventRecord
}

const blank = (text: string | undefined) => (text ? { text } : {})

/** What an action changes beside the state. */
function changes(it: ComplaintRecord, body: StaffActBody, { offices, due, at }: StepContext): Partial<ComplaintRecord> {
  switch (body.action) {
    case 'pass':
      if (!offices.has(body.office)) throw new ServiceError('office-unknown')
      return { office: body.office }
    case 'ask': return { askedFrom: it.state }
    case 'answer': return { askedFrom: undefined }
    case 'reopen': return { due }
    case 'publish': return { publicText: { question: body.question, answer: body.answer }, publishedAt: at }
    case 'unpublish': return { publicText: undefined, publishedAt: undefined }
    default: return {}
  }
}

/** What of the action goes into the event. */
function content(body: StaffActBody, offices: ReadonlyMap<string, string>): Partial<EventRecord> {
  switch (body.action) {
    case 'note': return { note: body.text }
    case 'pass': return { office: offices.get(body.office), ...(body.note ? { note: body.note } : {}) }
    case 'publish': return { text: body.answer }
    case 'unpublish': return {}
    default: return blank(body.text)
  }
}

/**
 * Decides a step by the state table; pure.
 * @throws ServiceError `not-allowed` when the role never does this, `version-conflict` when others were faster,
 *   `action-not-possible` in this state, `office-unknown`
 */
export function decideStep(it: ComplaintRecord, body: StaffActBody, context: StepContext): DecidedStep {
  const { staff, at, offices } = context
  if (!mayEver(body.action, staff.role)) throw new ServiceError('not-allowed')
  if (it.version !== body.expectedVersion) throw new ServiceError('version-conflict', { currentVersion: it.version })
  const row = findTransition(it.state, body.action, staff.role)
  if (!row || (body.action === 'unpublish' && it.publishedAt === undefined)) throw new ServiceError('action-not-possible', { currentVersion: it.version })
  const state: ComplaintState = nextState(row, it.state, it.askedFrom)
  const complaint: ComplaintRecord = {
    ...it, ...changes(it, body, context), state, version: it.version + 1, updatedAt: at,
    // Whoever acts has read the text; a note alone does not say so.
    textReview: body.action === 'note' ? it.textReview : false,
  }
  const event: EventRecord = {
    centre: it.centre, complaint: it.id, number: complaint.version, at, action: body.action, state, by: 'centre', byId: staff.id, byName: staff.name, byRole: staff.role,
    visibility: row.citizenSees === undefined ? 'internal' : 'citizen', photos: [], ...content(body, offices),
  }
  return { complaint, event }
}
