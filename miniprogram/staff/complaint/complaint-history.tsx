import { Image, View } from '@tarojs/components'
import type { StaffEvent } from '@shared/complaints/complaint'
import { caseRoleNames, complaintActions } from '@shared/complaints/states'
import { now } from '../../platform/clock'
import { preview } from '../../platform/upload'
import { complaint as words } from '../../texts/staff/complaints'
import { photos as photoWords } from '../../texts/staff/photos'
import { Badge } from '../../ui/badge'
import { Tappable } from '../../ui/tappable'
import { Timeline, type TimelineEntry } from '../../ui/timeline'
import { whenInWords } from '../../texts/when'
import { photoAddress } from '../photo/photo-address'

function Photos({ event }: { readonly event: StaffEvent }) {
  const addresses = event.photos.flatMap(({ url }) => (url ? [photoAddress(url)] : []))
  return (
    <View className='photos-seen'>
      {addresses.map((address, index) => (
        <Tappable key={address} className='photos-seen__frame' label={photoWords.enlarge(index + 1)} onTap={() => preview(addresses, address)}>
          <Image className='photos-seen__image' src={address} mode='aspectFill' />
        </Tappable>
      ))}
    </View>
  )
}

function Body({ event }: { readonly event: StaffEvent }) {
  const seen = event.visibility === 'citizen'
  const spoken = seen ? [event.sentence, event.text].filter(Boolean).join('') : event.text
  return (
    <View>
      {spoken ? <View className='event__text'>{spoken}</View> : null}
      {event.note ? <View className='event__note'><Badge tone='warn'>{words.internal}</Badge><View className='event__text'>{event.note}</View></View> : null}
      {event.photos.length > 0 ? <Photos event={event} /> : null}
    </View>
  )
}

function entryOf(event: StaffEvent): TimelineEntry {
  const seen = event.visibility === 'citizen'
  const action = event.action === 'submit' ? words.submit : complaintActions[event.action]
  const who = event.byRole === 'citizen' || event.byRole === 'clock' ? caseRoleNames[event.byRole] : words.by(event.byName, caseRoleNames[event.byRole])
  return {
    id: String(event.number),
    title: event.office ? `${action} ${words.passedTo(event.office)}` : action,
    when: `${whenInWords(event.at, now())} · ${who}`,
    tone: seen ? (event.byRole === 'citizen' ? 'warn' : 'good') : 'internal',
    mark: <Badge tone={seen ? 'good' : 'warn'}>{seen ? words.citizenSees : words.internal}</Badge>,
    body: event.action === 'submit' ? undefined : <Body event={event} />,
  }
}

/** What happened, newest first; what the citizen sees and what stays internal differ in colour, shape and word. */
export function ComplaintHistory({ events }: { readonly events: readonly StaffEvent[] }) {
  return (
    <View className='complaint__history'>
      <View className='complaint__subtitle'>{words.timeline}</View>
      <Timeline entries={[...events].sort((a, b) => b.number - a.number).map(entryOf)} />
    </View>
  )
}
