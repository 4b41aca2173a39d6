import { View } from '@tarojs/components'
import type { StaffRole } from '@shared/accounts/roles'
import type { StaffEvent } from '@shared/complaints/complaint'
import { caseRoleNames, complaintActions } from '@shared/complaints/states'
import { now } from '../../platform/clock'
import { useCentre } from '../../state/centre'
import { complaint as words } from '../../texts/staff/complaints'
import { desk } from '../../texts/staff/desk'
import { Badge } from '../../ui/badge'
import { Timeline, type TimelineEntry } from '../../ui/timeline'
import { whenInWords } from '../../texts/when'
import { officeName } from '../centre/names'
import { ComplaintPhotos } from './complaint-photos'

/** Who looks, and what to do when a photo was judged or blacked out. */
interface PhotoProps {
  readonly role: StaffRole
  readonly onChanged: () => void
}

function Body({ event, ...more }: PhotoProps & { readonly event: StaffEvent }) {
  const { value: centre } = useCentre()
  const told = (event.mentions ?? []).map((id) => officeName(centre, id) ?? id)
  const seen = event.visibility === 'citizen'
  const spoken = seen ? [event.sentence, event.text].filter(Boolean).join('') : event.text
  return (
    <View>
      {spoken ? <View className='event__text'>{spoken}</View> : null}
      {event.note ? <View className='event__note'><Badge tone='warn'>{words.internal}</Badge><View className='event__text'>{event.note}</View></View> : null}
      {told.length > 0 ? <View className='quiet'>{desk.told(told.join('、'))}</View> : null}
      <ComplaintPhotos photos={event.photos} {...more} />
    </View>
  )
}

function entryOf(event: StaffEvent, more: PhotoProps): TimelineEntry {
  const seen = event.visibility === 'citizen'
  const action = event.action === 'submit' ? words.submit : complaintActions[event.action]
  const who = event.byRole === 'citizen' || event.byRole === 'clock' ? caseRoleNames[event.byRole] : words.by(event.byName, caseRoleNames[event.byRole])
  return {
    id: String(event.number),
    title: event.office ? `${action} ${words.passedTo(event.office)}` : action,
    when: `${whenInWords(event.at, now())} · ${who}`,
    tone: seen ? (event.byRole === 'citizen' ? 'warn' : 'good') : 'internal',
    mark: <Badge tone={seen ? 'good' : 'warn'}>{seen ? words.citizenSees : words.internal}</Badge>,
    body: event.action === 'submit' ? undefined : <Body event={event} {...more} />,
  }
}

/** What happened, newest first; what the citizen sees and what stays internal differ in colour, shape and word. */
export function ComplaintHistory({ events, ...more }: PhotoProps & { readonly events: readonly StaffEvent[] }) {
  return (
    <View className='complaint__history'>
      <View className='complaint__subtitle'>{words.timeline}</View>
      <Timeline entries={[...events].sort((a, b) => b.number - a.number).map((event) => entryOf(event, more))} />
    </View>
  )
}
