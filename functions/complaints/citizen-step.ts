import { resumed } from '@shared/complaints/clock'
import { isBad } from '@shared/complaints/codes'
import type { ComplaintAction } from '@shared/complaints/states'
import type { ComplaintRecord, EventRecord } from './record'
import { dayOf, lookAgain, reopened, requireVersion, takeStep, withDeadline, type Doer, type Step, type StepTime } from './step'

/** How events name a citizen. */
export const citizenDoer: Doer = { by: 'citizen', byName: '市民', byRole: 'citizen' }

/** What a citizen does with their own complaint: what it changes, and what of it goes into the event. */
export interface CitizenAct {
  readonly action: Extract<ComplaintAction, 'reply' | 'withdraw' | 'rate' | 'reopen'>
  readonly event: Pick<Partial<EventRecord>, 'text' | 'photos' | 'rating'>
  /** No automatic check has passed the words. */
  readonly unread?: boolean
  /** The version that the citizen saw; left out where nothing that others did could matter. */
  readonly expectedVersion?: number
}

/** The first version of a complaint, and its event. */
export function firstStep(it: ComplaintRecord, time: StepTime, doer: Doer = citizenDoer): Step {
  const complaint = withDeadline(it)
  return {
    complaint,
    event: { centre: it.centre, complaint: it.id, number: it.version, at: it.updatedAt, action: 'submit', state: it.state, visibility: 'citizen', photos: [], ...doer },
    lookAgain: lookAgain(complaint, time),
  }
}

/** What an action changes beside the state. */
function changes(it: ComplaintRecord, { action, unread = false, event }: CitizenAct, time: StepTime): Partial<ComplaintRecord> {
  const read = { textReview: it.textReview || unread }
  switch (action) {
    case 'reply': return { ...read, ...(it.state === 'asked' ? resumed(time.calendar, it, dayOf(time)) : {}) }
    case 'withdraw': return { closedAs: 'withdrawn', before: undefined, askedOn: undefined, askedUntil: undefined }
    case 'rate': return { ...read, rating: event.rating, callback: event.rating && isBad(event.rating) ? 'open' : undefined }
    case 'reopen': return { ...read, ...reopened(it, time), citizenReopens: it.citizenReopens + 1 }
  }
}

/** Decides a citizen's step by the state table; pure. @throws ServiceError `version-conflict`, `action-not-possible` */
export function decideCitizenStep(it: ComplaintRecord, act: CitizenAct, time: StepTime): Step {
  if (act.expectedVersion !== undefined) requireVersion(it, act.expectedVersion)
  return takeStep(it, act.action, 'citizen', time, { changes: changes(it, act, time), event: act.event, doer: citizenDoer })
}
