import { chinaDay } from '@shared/calendar/calendar'
import { findTransition, nextState, type ComplaintAction } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'
import { factsOf } from './facts'
import type { ComplaintRecord, EventRecord } from './record'

/** The event of something that a citizen did, at the complaint's present version. */
export const citizenEventOf = (it: ComplaintRecord, action: EventRecord['action'], more: Partial<EventRecord> = {}): EventRecord => ({
  centre: it.centre, complaint: it.id, number: it.version, at: it.updatedAt, action, state: it.state,
  by: 'citizen', byName: '市民', byRole: 'citizen', visibility: 'citizen', photos: [], ...more,
})

/** What a citizen does with their own complaint: what it changes, and what of it goes into the event. */
export interface CitizenAct {
  readonly action: Extract<ComplaintAction, 'reply' | 'withdraw'>
  readonly event: Pick<Partial<EventRecord>, 'text' | 'photos'>
  /** No automatic check has passed the words. */
  readonly unread?: boolean
}

/** What an action changes beside the state. */
function changes(it: ComplaintRecord, { action, unread = false }: CitizenAct): Partial<ComplaintRecord> {
  switch (action) {
    case 'reply': return { textReview: it.textReview || unread, ...(it.state === 'asked' ? { before: undefined, askedUntil: undefined } : {}) }
    case 'withdraw': return { closedAs: 'withdrawn', before: undefined, askedUntil: undefined }
  }
}

/** Decides a citizen's step by the state table; pure. @throws ServiceError `action-not-possible` */
export function decideCitizenStep(it: ComplaintRecord, act: CitizenAct, at: string): { complaint: ComplaintRecord; event: EventRecord } {
  const row = findTransition(it.state, act.action, 'citizen', factsOf(it, chinaDay(Date.parse(at))))
  if (!row) throw new ServiceError('action-not-possible', { currentVersion: it.version })
  const complaint: ComplaintRecord = { ...it, ...changes(it, act), state: nextState(row, it.state, it.before), version: it.version + 1, updatedAt: at }
  return { complaint, event: citizenEventOf(complaint, act.action, act.event) }
}
