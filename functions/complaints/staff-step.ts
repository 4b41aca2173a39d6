import { chinaDay } from '@shared/calendar/calendar'
import type { StaffActBody } from '@shared/complaints/acts'
import type { Due } from '@shared/complaints/clock'
import { declineWords, planWords } from '@shared/complaints/codes'
import { findTransition, mayEver, nextState, type CaseRole, type ComplaintState } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'
import type { Staff } from '../platform/actor'
import { factsOf } from './facts'
import type { ComplaintRecord, EventRecord } from './record'

/** What a step needs to know from outside. */
export interface StepContext {
  readonly staff: Staff
  readonly at: string
  /** Names of the centre's offices by id. */
  readonly offices: ReadonlyMap<string, string>
  /** The day so many working days from today. */
  readonly dueIn: (workingDays: number) => Due
  /** Working days in which an answer is due, and for which a citizen's answer is waited for. */
  readonly limits: { readonly answer: number; readonly ask: number }
}

/** A step decided: the next version and its event. */
export interface DecidedStep {
  readonly complaint: ComplaintRecord
  readonly event: EventRecord
}

const blank = (text: string | undefined) => (text ? { text } : {})
const remark = (note: string | undefined) => (note ? { note } : {})

/** As whom a member of staff acts on a complaint: an office that only helps may do less than the one that leads. */
export function roleIn(it: ComplaintRecord, { role, office }: Pick<Staff, 'role' | 'office'>): CaseRole {
  return role === 'office' && it.office !== office ? 'helper' : role
}

/** Days that a form names: a decision was taken, a plan is to come. */
function checkDays(body: StaffActBody, today: string): void {
  const wrong = (day: string) => new Date(Date.parse(`${day}T00:00:00.000Z`)).toISOString().slice(0, 10) !== day
  const real = (day: string) => !Number.isNaN(Date.parse(`${day}T00:00:00.000Z`)) && !wrong(day)
  if (body.action === 'decide' && (!real(body.date) || body.date > today)) throw new ServiceError('invalid-request', { fields: { date: '应为今天或以前的日期' } })
  if (body.action === 'plan' && (!real(body.due) || body.due < today)) throw new ServiceError('invalid-request', { fields: { due: '应为今天或以后的日期' } })
}

/** What an action changes beside the state. */
function changes(it: ComplaintRecord, body: StaffActBody, { offices, dueIn, limits, at }: StepContext): Partial<ComplaintRecord> {
  switch (body.action) {
    case 'decline': return { refusal: { reason: body.reason, ...(body.reason === 'notOurs' && body.responsible ? { responsible: body.responsible } : {}) } }
    case 'pass':
      for (const office of [body.office, ...body.helping]) if (!offices.has(office)) throw new ServiceError('office-unknown')
      return { office: body.office, helping: [...new Set(body.helping)].filter((office) => office !== body.office) }
    case 'return': return { office: undefined, helping: [] }
    case 'ask': return { before: it.state, askedUntil: dueIn(limits.ask) }
    case 'refer': return { before: it.state }
    case 'resume': return { before: undefined, askedUntil: undefined }
    case 'decide': return { before: undefined, decision: { text: body.note, date: body.date, by: body.by } }
    case 'plan': return { plan: { text: body.text, due: body.due } }
    case 'answer': return { before: undefined, askedUntil: undefined }
    case 'close': return { before: undefined, askedUntil: undefined, closedAs: body.closing }
    case 'reopen': return { due: dueIn(limits.answer), reopens: it.reopens + 1, closedAs: undefined, refusal: undefined, plan: undefined, decision: undefined }
    case 'publish': return { publicText: { question: body.question, answer: body.answer }, publishedAt: at }
    case 'unpublish': return { publicText: undefined, publishedAt: undefined }
    default: return {}
  }
}

/** What of the action goes into the event; `it` is the complaint after it. */
function content(it: ComplaintRecord, body: StaffActBody, offices: ReadonlyMap<string, string>): Partial<EventRecord> {
  switch (body.action) {
    case 'decline': return { text: declineWords(body.reason, body.responsible, body.text) }
    case 'note': return { note: body.text }
    case 'pass': {
      const helping = it.helping.map((office) => offices.get(office)).join('、')
      return { office: offices.get(body.office), ...remark([helping ? `协办：${helping}` : '', body.note ?? ''].filter(Boolean).join('\n')) }
    }
    case 'return': case 'refer': case 'resume': return remark(body.note)
    case 'decide': return { note: `${body.by}，${body.date}：${body.note}` }
    case 'plan': return { text: planWords(body.text, body.due) }
    case 'publish': return { text: body.answer }
    case 'investigate': case 'unpublish': return {}
    default: return blank(body.text)
  }
}

/**
 * Decides a step by the state table; pure.
 * @throws ServiceError `not-allowed` when the role never does this, `version-conflict` when others were faster,
 *   `action-not-possible` in this state, `office-unknown`, `invalid-request` for a day that cannot be
 */
export function decideStep(it: ComplaintRecord, body: StaffActBody, context: StepContext): DecidedStep {
  const { staff, at, offices } = context
  const today = chinaDay(Date.parse(at))
  const role = roleIn(it, staff)
  if (!mayEver(body.action, role)) throw new ServiceError('not-allowed')
  if (it.version !== body.expectedVersion) throw new ServiceError('version-conflict', { currentVersion: it.version })
  const row = findTransition(it.state, body.action, role, factsOf(it, today))
  if (!row) throw new ServiceError('action-not-possible', { currentVersion: it.version })
  checkDays(body, today)
  const state: ComplaintState = nextState(row, it.state, it.before)
  const complaint: ComplaintRecord = {
    ...it, ...changes(it, body, context), state, version: it.version + 1, updatedAt: at,
    // Whoever acts has read the text; a note alone does not say so.
    textReview: body.action === 'note' ? it.textReview : false,
  }
  const event: EventRecord = {
    centre: it.centre, complaint: it.id, number: complaint.version, at, action: body.action, state, by: 'centre', byId: staff.id, byName: staff.name, byRole: staff.role,
    visibility: row.citizenSees === undefined ? 'internal' : 'citizen', photos: [], ...content(complaint, body, offices),
  }
  return { complaint, event }
}
