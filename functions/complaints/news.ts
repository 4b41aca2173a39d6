import { citizenSentence, citizenState, complaintStates } from '@shared/complaints/states'
import type { ProgressNews } from '../messages/service'
import type { ComplaintStore } from './store'
import type { EventRecord } from './record'

/** The news that an event is for its citizen; none for internal events, for the citizen's own, and when the citizen is gone. */
export async function newsOf(event: EventRecord, store: Pick<ComplaintStore, 'get'>): Promise<ProgressNews | undefined> {
  if (event.visibility !== 'citizen' || event.by !== 'centre') return undefined
  const citizen = (await store.get(event.centre, event.complaint))?.complaint
  if (!citizen?.citizen) return undefined
  return {
    centre: event.centre, citizen: citizen.citizen, complaint: event.complaint, receipt: citizen.receipt, number: event.number, at: event.at,
    stateName: complaintStates[citizenState(event.state)], text: `${citizenSentence(event.action)}${event.text ?? ''}`,
  }
}
