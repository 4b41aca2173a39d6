import { resumed } from '@shared/complaints/clock'
import { isBad } from '@shared/complaints/codes'
import { citizenSentence, type ComplaintAction } from '@shared/complaints/states'
import { ServiceError, type Since } from '@shared/errors/service-error'
import { cut } from '@shared/text/cut'
import type { ComplaintRecord, EventRecord, Whole } from '../record'
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
    case 'reply': return { ...read, additionAt: time.at, ...(it.state === 'asked' ? resumed(time.calendar, it, dayOf(time)) : {}) }
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

/** Most of an event's words in the news of a conflict, characters; the timeline has them whole. */
const mostWords = 120

/** What has happened in a complaint since a version, as far as its citizen may know; oldest first. */
const seenSince = ({ events }: Pick<Whole, 'events'>, version: number): Since[] =>
  events.filter((it) => it.number > version && it.visibility === 'citizen' && it.action !== 'submit')
    .map(({ action, text = '', by, at }) => ({ what: cut(`${citizenSentence(action)}${text}`, mostWords), by: by === 'citizen' ? '您' : '中心', at }))

/**
 * As `decideCitizenStep`, for a citizen who saw the complaint as it was: what is internal overlooks nothing, and who comes too late is told
 * what happened meanwhile, as far as they may know it.
 */
export function decideSeenStep(whole: Whole, { expectedVersion, ...act }: CitizenAct, time: StepTime): Step {
  const { complaint } = whole
  const since = expectedVersion === undefined ? [] : seenSince(whole, expectedVersion)
  const upToDate = expectedVersion === undefined || (since.length === 0 && expectedVersion <= complaint.version)
  try {
    return decideCitizenStep(complaint, upToDate ? act : { ...act, expectedVersion }, time)
  } catch (error) {
    if (!(error instanceof ServiceError) || (error.code !== 'version-conflict' && error.code !== 'action-not-possible')) throw error
    throw new ServiceError(error.code, { currentVersion: complaint.version, ...(since.length > 0 ? { since } : {}) })
  }
}
