import { resumed } from '@shared/complaints/clock'
import type { ComplaintAction } from '@shared/complaints/states'
import type { ComplaintRecord, EventRecord } from './record'
import { dayOf, lookAgain, takeStep, withDeadline, type Doer, type Step, type StepTime } from './step'

/** How events name a citizen. */
export const citizenDoer: Doer = { by: 'citizen', byName: '市民', byRole: 'citizen' }

/** What a citizen does with their own complaint: what it changes, and what of it goes into the event. */
export interface CitizenAct {
  readonly action: Extract<ComplaintAction, 'reply' | 'withdraw'>
  readonly event: Pick<Partial<EventRecord>, 'text' | 'photos'>
  /** No automatic check has passed the words. */
  readonly unread?: boolean
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
function changes(it: ComplaintRecord, { action, unread = false }: CitizenAct, time: StepTime): Partial<ComplaintRecord> {
  switch (action) {
    case 'reply': return { textReview: it.textReview || unread, ...(it.state === 'asked' ? resumed(time.calendar, it, dayOf(time)) : {}) }
    case 'withdraw': return { closedAs: 'withdrawn', before: undefined, askedOn: undefined, askedUntil: undefined }
  }
}

/** Decides a citizen's step by the state table; pure. @throws ServiceError `action-not-possible` */
export function decideCitizenStep(it: ComplaintRecord, act: CitizenAct, time: StepTime): Step {
  return takeStep(it, act.action, 'citizen', time, { changes: changes(it, act, time), event: act.event, doer: citizenDoer })
}
