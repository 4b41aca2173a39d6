import { chinaDay, type Calendar } from '@shared/calendar/calendar'
import { deadlineOf, dueAfter, markName, nextMark, resumed } from '@shared/complaints/clock'
import type { CaseLimits } from '@shared/complaints/limits'
import { findTransition, nextState, type CaseRole, type ComplaintAction, type Facts, type Transition } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'
import type { ComplaintRecord, EventRecord } from '../record'
import { factsOf } from './state-facts'

/** When a step is taken, and by which calendar and limits. */
export interface StepTime {
  readonly at: string
  readonly calendar: Calendar
  readonly limits: CaseLimits
}

/** A step decided: the next version, its event, and the day on which the clock is to look at it. */
export interface Step {
  readonly complaint: ComplaintRecord
  readonly event: EventRecord
  readonly lookAgain?: string
}

/** Whoever acts, as the event names them. */
export type Doer = Pick<EventRecord, 'by' | 'byId' | 'byName' | 'byRole'>

/** Refuses what was written over a newer version; what only the clock did meanwhile overlooks nothing. @throws ServiceError `version-conflict` */
export function requireVersion(it: ComplaintRecord, expectedVersion: number): void {
  if (expectedVersion > it.version || expectedVersion < it.version - it.quiet) throw new ServiceError('version-conflict', { currentVersion: it.version })
}

/** The day of a step. */
export const dayOf = ({ at }: Pick<StepTime, 'at'>): string => chinaDay(Date.parse(at))

/** A complaint with the deadline that runs; marks and extensions of other deadlines are forgotten. */
export function withDeadline(it: ComplaintRecord): ComplaintRecord {
  const deadline = deadlineOf(it)
  const running = deadline ? markName('overdue', deadline).slice('overdue:'.length) : ''
  return { ...it, due: deadline?.day, marks: it.marks.filter((mark) => mark.slice(mark.indexOf(':') + 1) === running) }
}

/** The deadlines of a complaint that is raised now. */
export const firstDeadlines = ({ calendar, limits, ...time }: StepTime): Pick<ComplaintRecord, 'acceptBy' | 'answerBy'> => ({
  acceptBy: dueAfter(calendar, dayOf(time), limits.accept), answerBy: dueAfter(calendar, dayOf(time), limits.answer),
})

/** What taking it up again changes: a new time to answer, and nothing of how it had ended. */
export const reopened = (it: ComplaintRecord, { calendar, limits, ...time }: StepTime): Partial<ComplaintRecord> => ({
  answerFrom: dayOf(time), answerBy: dueAfter(calendar, dayOf(time), limits.answer), answeredAt: undefined, reopens: it.reopens + 1,
  rating: undefined, callback: undefined, closedAs: undefined, refusal: undefined, plan: undefined, decision: undefined,
})

/** Deadlines that the calendar could not say when they were set are counted now, if it can. */
function recounted(it: ComplaintRecord, { calendar, limits }: StepTime): ComplaintRecord {
  const raised = chinaDay(Date.parse(it.submittedAt))
  return {
    ...it,
    ...(it.acceptBy === 'unknown' ? { acceptBy: dueAfter(calendar, raised, limits.accept) } : {}),
    ...(it.answerBy === 'unknown' ? { answerBy: dueAfter(calendar, it.answerFrom ?? raised, limits.answer) } : {}),
    ...(it.askedUntil === 'unknown' && it.askedOn ? { askedUntil: dueAfter(calendar, it.askedOn, limits.ask) } : {}),
  }
}

/** The first answer of all, when this step gives it: by when it was due stands in the record before the step, but for the days on which the citizen was waited for. */
function firstAnswer(before: ComplaintRecord, { answeredAt }: ComplaintRecord, time: StepTime): Pick<ComplaintRecord, 'firstAnswer'> {
  if (answeredAt === undefined || before.answeredAt !== undefined || before.reopens > 0) return {}
  return { firstAnswer: { at: answeredAt, due: resumed(time.calendar, before, dayOf(time)).answerBy } }
}

/** The day on which the clock is to look at a complaint next. */
export const lookAgain = (it: ComplaintRecord, time: StepTime): string | undefined => nextMark(time.calendar, deadlineOf(it), it.marks, dayOf(time), time.limits.escalate)?.on

/** What the state table asks for, when an account acts at a time. */
export const factsAt = (it: ComplaintRecord, time: StepTime, account: string | undefined): Facts => factsOf(it, { today: dayOf(time), maxReopens: time.limits.reopens, account })

/** The row of the state table for a step. @throws ServiceError `action-not-possible` when there is none */
export function requireStep(it: ComplaintRecord, action: ComplaintAction, role: CaseRole, time: StepTime, account: string | undefined): Transition {
  const row = findTransition(it.state, action, role, factsAt(it, time, account))
  if (!row) throw new ServiceError('action-not-possible', { currentVersion: it.version })
  return row
}

/**
 * Takes a step of the state table: the next version with its deadline, and its event; pure.
 * @throws ServiceError `action-not-possible` when the table has no such step
 */
export function takeStep(
  it: ComplaintRecord, action: ComplaintAction, role: CaseRole, time: StepTime, { changes, event, doer }: { changes: Partial<ComplaintRecord>; event: Partial<EventRecord>; doer: Doer },
): Step {
  const row = requireStep(it, action, role, time, doer.byId)
  const state = nextState(row, it.state, it.before)
  // A request for more time is about the deadline that ran when it was made.
  const still = deadlineOf({ ...it, ...changes, state })?.kind === deadlineOf(it)?.kind
  const after = withDeadline(recounted({
    ...it, ...(still ? {} : { extension: undefined }), quiet: role === 'clock' ? it.quiet + 1 : 0, ...changes, state, version: it.version + 1, updatedAt: time.at,
  }, time))
  const complaint = { ...after, ...firstAnswer(recounted(it, time), after, time) }
  return {
    complaint,
    event: {
      centre: it.centre, complaint: it.id, number: complaint.version, at: time.at, action, state,
      visibility: row.citizenSees === undefined ? 'internal' : 'citizen', photos: [],
      ...(complaint.office ? { lead: complaint.office } : {}), helping: complaint.helping, ...doer, ...event,
    },
    lookAgain: lookAgain(complaint, time),
  }
}
