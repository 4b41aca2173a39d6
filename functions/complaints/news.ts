import { citizenSentence, citizenState, complaintStates, type ComplaintAction } from '@shared/complaints/states'
import type { ProgressNews } from '../messages/service'
import type { ComplaintStore } from './store'
import type { EventRecord } from './record'

/** What is between the centre and the one citizen who raised it: those who follow are not told. */
const ownOnly: readonly (ComplaintAction | 'submit')[] = ['submit', 'ask', 'resume', 'callBack', 'merge']

/**
 * The news that an event is, for its citizen and for everybody who follows; none for internal events and for the citizen's own.
 * Whose complaint was merged into this one reads it under the number of their own.
 */
export async function newsOf(event: EventRecord, store: Pick<ComplaintStore, 'get' | 'followers'>): Promise<ProgressNews[]> {
  if (event.visibility !== 'citizen' || event.by !== 'centre') return []
  const complaint = (await store.get(event.centre, event.complaint))?.complaint
  if (!complaint) return []
  const followers = complaint.followers > 0 && !ownOnly.includes(event.action) ? await store.followers(event.centre, event.complaint) : []
  const news = {
    centre: event.centre, complaint: event.complaint, receipt: complaint.receipt, number: event.number, at: event.at,
    stateName: complaintStates[citizenState(event.state)], text: `${citizenSentence(event.action)}${event.text ?? ''}`,
  }
  return [
    ...(complaint.citizen && event.action !== 'submit' ? [{ ...news, citizen: complaint.citizen, opens: complaint.id }] : []),
    ...followers.filter(({ since }) => since < event.number).map((it) => ({ ...news, citizen: it.citizen, receipt: it.receipt ?? complaint.receipt, ...(it.complaint ? { opens: it.complaint } : {}) })),
  ]
}
