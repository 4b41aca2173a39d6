import { citizenSentence, citizenState, complaintStates, type ComplaintAction } from '@shared/complaints/states'
import { ownNumbers } from '@shared/centre/centre'
import { maskPersonalData } from '@shared/complaints/personal-data'
import type { CentreService } from '../centre/service'
import type { ProgressNews } from '../messages/service'
import type { ComplaintStore, Follower } from './store'
import type { EventRecord } from './record'

/** What is between the centre and the one citizen who raised it: those who follow are not told. */
const ownOnly: readonly (ComplaintAction | 'submit')[] = ['submit', 'ask', 'resume', 'callBack', 'merge']

/**
 * The news that an event is, for its citizen and for everybody who follows; none for internal events and for the citizen's own.
 * Whose complaint was merged into this one reads it under the number of their own. Others read it without what looks like personal data:
 * it was written to the one who raised it.
 */
export async function newsOf(event: EventRecord, store: Pick<ComplaintStore, 'get' | 'followers'>, centres: Pick<CentreService, 'get'>): Promise<ProgressNews[]> {
  if (event.visibility !== 'citizen' || event.by !== 'centre') return []
  const complaint = (await store.get(event.centre, event.complaint))?.complaint
  if (!complaint) return []
  const followers = complaint.followers > 0 && !ownOnly.includes(event.action) ? await store.followers(event.centre, event.complaint) : []
  const sentence = citizenSentence(event.action)
  const news = {
    centre: event.centre, complaint: event.complaint, receipt: complaint.receipt, number: event.number, at: event.at,
    stateName: complaintStates[citizenState(event.state)], text: `${sentence}${event.text ?? ''}`,
  }
  const known = { citizen: [complaint.name, complaint.contact], open: followers.length > 0 ? ownNumbers(await centres.get(event.centre)) : [] }
  const masked = { ...news, text: `${sentence}${maskPersonalData(event.text ?? '', known, 'all')}` }
  const opens = ({ complaint: own }: Follower) => (own ? { opens: own } : complaint.publishedAt === undefined ? {} : { shows: complaint.id })
  return [
    ...(complaint.citizen && event.action !== 'submit' ? [{ ...news, citizen: complaint.citizen, opens: complaint.id }] : []),
    ...followers.filter(({ since }) => since < event.number).map((it) => ({ ...masked, citizen: it.citizen, receipt: it.receipt ?? complaint.receipt, ...opens(it) })),
  ]
}
