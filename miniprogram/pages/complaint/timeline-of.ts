import type { CitizenEvent } from '@shared/complaints/complaint'
import { complaintStates } from '@shared/complaints/states'
import { whenInWords } from '../../texts/when'
import { texts } from '../../texts'
import type { TimelineEntry } from '../../ui/timeline'

/** What happened, newest first: each event's sentence, the words that came with it, and its photos. `now` in ms. */
export function timelineOf(events: readonly CitizenEvent[], now: number): (TimelineEntry & { readonly body?: string; readonly photos: CitizenEvent['photos'] })[] {
  return [...events].reverse().map((event) => ({
    id: String(event.number),
    title: event.action === 'submit' ? complaintStates.submitted : event.sentence,
    when: whenInWords(event.at, now),
    tone: event.action === 'answer' || event.action === 'rectify' ? 'good' : event.action === 'ask' || event.action === 'decline' ? 'warn' : 'plain',
    // The first event's words are the complaint itself, which stands above.
    ...(event.action === 'submit' ? {} : { body: [event.office, event.text].filter(Boolean).join('\n') }),
    photos: event.action === 'submit' ? [] : event.photos,
  }))
}

/** Words for a photo that cannot be shown yet. */
export const photoWords = (state: CitizenEvent['photos'][number]['state']): string => texts.complaint.photoStates[state]
