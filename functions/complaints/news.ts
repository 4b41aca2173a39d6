import { ownNumbers } from '@shared/centre/centre'
import { complaintKinds } from '@shared/complaints/kinds'
import { maskPersonalData } from '@shared/complaints/personal-data'
import type { CentreService } from '../centre/service'
import type { CaseNews } from '../messages/service'
import type { ComplaintRecord, EventRecord } from './record'
import type { ComplaintStore } from './store'

/** Who follows it and what they read: the text without what looks like personal data, for it was written to the one who raised it. */
async function following(event: EventRecord, { followers, name, contact }: ComplaintRecord, store: Pick<ComplaintStore, 'followers'>, centres: Pick<CentreService, 'get'>): Promise<Pick<CaseNews, 'followers' | 'textForOthers'>> {
  if (followers === 0 || event.by !== 'centre') return { followers: [] }
  const found = (await store.followers(event.centre, event.complaint)).filter(({ since }) => since < event.number)
  const known = { citizen: [name, contact], open: ownNumbers(await centres.get(event.centre)) }
  return {
    followers: found.map(({ citizen, complaint, receipt }) => ({ citizen, ...(complaint && receipt ? { complaint, receipt } : {}) })),
    ...(event.text ? { textForOthers: maskPersonalData(event.text, known, 'all') } : {}),
  }
}

/** An event as news, with whom it may concern; none when its complaint is gone. Who is told what is the table of messages' affair. */
export async function newsOf(event: EventRecord, store: Pick<ComplaintStore, 'get' | 'followers'>, centres: Pick<CentreService, 'get'>): Promise<CaseNews | undefined> {
  const complaint = (await store.get(event.centre, event.complaint))?.complaint
  if (!complaint) return undefined
  const { citizen, receipt, kind } = complaint
  // An event of an older version does not say who led when it happened: who leads now stands in.
  const { lead, helping } = event.helping ? { lead: event.lead, helping: event.helping } : { lead: complaint.office, helping: complaint.helping }
  return {
    centre: event.centre, complaint: event.complaint, number: event.number, at: event.at, public: complaint.publishedAt !== undefined, helping, mentioned: event.mentions ?? [],
    facts: {
      event: event.action, by: event.by, state: event.state, led: lead !== undefined, receipt, kindName: complaintKinds[kind],
      ...(event.by === 'centre' && event.text ? { text: event.text } : {}), ...(event.by === 'centre' && event.note ? { note: event.note } : {}),
      ...(event.rating ? { rating: event.rating } : {}),
    },
    ...(await following(event, complaint, store, centres)),
    ...(event.byId ? { byId: event.byId } : {}), ...(lead ? { lead } : {}), ...(citizen ? { citizen } : {}),
  }
}
