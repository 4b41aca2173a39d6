import { View } from '@tarojs/components'
import { closings, ratings } from '@shared/complaints/codes'
import type { StaffComplaint, StaffEvent } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import { caseRoleNames, complaintActions, complaintStates } from '@shared/complaints/states'
import { now } from '../../platform/clock'
import { useCentre } from '../../state/centre'
import { complaint as caseWords } from '../../texts/staff/complaints'
import { printed as words } from '../../texts/staff/desk'
import { printedTime } from './printed-time'
import { areaName, officeName, windowName } from '../centre/names'

/** What stands on the sheet. */
export interface PrintedCaseProps {
  readonly complaint: StaffComplaint
  /** With what only staff see. */
  readonly internal: boolean
  /** Only when somebody asked for it. */
  readonly contact: string | undefined
}

const { facts: names } = words

function Event({ event, internal }: { readonly event: StaffEvent; readonly internal: boolean }) {
  const action = event.action === 'submit' ? caseWords.submit : complaintActions[event.action]
  const who = event.byRole === 'citizen' || event.byRole === 'clock' ? caseRoleNames[event.byRole] : caseWords.by(event.byName, caseRoleNames[event.byRole])
  return (
    <View className='sheet-event'>
      <View className='sheet-event__head'>{`${event.number}. ${printedTime(event.at)}　${event.office ? `${action} ${caseWords.passedTo(event.office)}` : action}　${who}`}</View>
      {event.text ? <View className='sheet-event__text'>{event.text}</View> : null}
      {internal && event.note ? <View className='sheet-event__text'>{`〔${caseWords.internal}〕${event.note}`}</View> : null}
      {event.photos.length > 0 ? <View className='sheet-event__text'>{words.photos(event.photos.length)}</View> : null}
    </View>
  )
}

/** The sheet: what is known of the case, what was written, and everything that happened, oldest first. */
export function PrintedCase({ complaint, internal, contact }: PrintedCaseProps) {
  const { value: centre } = useCentre()
  const { receipt, kind, state, submittedAt, due, office, helping, where, name, closedAs, rating, plan, decision, text, photos, events } = complaint
  const places = [areaName(centre, where.area), windowName(centre, where.window), where.online ? caseWords.online : undefined].filter(Boolean).join('　')
  const facts: readonly (readonly [string, string | undefined])[] = [
    [names.receipt, receipt], [names.kind, complaintKinds[kind]], [names.state, complaintStates[state]], [names.submitted, printedTime(submittedAt)],
    [names.due, due === 'unknown' ? undefined : due], [names.office, officeName(centre, office)], [names.helping, helping.map((id) => officeName(centre, id) ?? id).join('、')],
    [names.where, places], [names.name, name], [names.contact, contact], [names.closedAs, closedAs && closings[closedAs]], [names.rating, rating && ratings[rating]],
    [names.plan, plan && caseWords.planOf(plan.text, plan.due)], [names.decision, internal && decision ? caseWords.decisionOf(decision.text, decision.date, decision.by) : undefined],
  ]
  const shown = [...events].sort((a, b) => a.number - b.number).filter(({ visibility }) => internal || visibility === 'citizen')
  return (
    <View className='sheet-paper'>
      <View className='sheet-paper__centre'>{centre?.name ?? ''}</View>
      <View className='sheet-paper__title'>{words.title}</View>
      <View className='sheet-paper__facts'>
        {facts.map(([fact, value]) => (value ? (
          <View key={fact} className='sheet-fact'><View className='sheet-fact__name'>{fact}</View><View className='sheet-fact__value'>{value}</View></View>
        ) : null))}
      </View>
      <View className='sheet-paper__head'>{words.text}</View>
      <View className='sheet-event__text'>{text}</View>
      {photos.length > 0 ? <View className='sheet-event__text'>{words.photos(photos.length)}</View> : null}
      <View className='sheet-paper__head'>{words.history}</View>
      {shown.map((event) => <Event key={event.number} event={event} internal={internal} />)}
      <View className='sheet-paper__foot'>{words.printedAt(printedTime(now()))}</View>
    </View>
  )
}
