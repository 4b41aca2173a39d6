import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { closings, isBad, ratings } from '@shared/complaints/codes'
import { complaintActions, complaintStates } from '@shared/complaints/states'
import { complaintKinds } from '@shared/complaints/kinds'
import { now } from '../../platform/clock'
import { toast } from '../../platform/feedback'
import { focusOn } from '../../platform/focus'
import { open } from '../../platform/navigate'
import { canPrint } from '../../platform/print'
import { useShortcuts, type Shortcut } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { useCentre } from '../../state/centre'
import { complaint as words, queue } from '../../texts/staff/complaints'
import { desk } from '../../texts/staff/desk'
import { frame } from '../../texts/staff/frame'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Notice, ErrorState } from '../../ui/states'
import { Skeleton } from '../../ui/skeleton'
import { officeName } from '../centre/names'
import { CopyButton } from '../frame/copy-button'
import { focusable } from '../frame/focusable'
import { whenInWords } from '../../texts/when'
import { dueWords } from '../queue/lines'
import { actionForms, buttonsOf, noValues, checked, type StaffAction } from './action-form'
import { firstField } from './action-fields'
import { keysOf } from './action-keys'
import { ActionPanel } from './action-panel'
import { ActionButtons } from './action-buttons'
import { ComplaintHistory } from './complaint-history'
import { ComplaintPhotos } from './complaint-photos'
import { stateTone } from './state-tone'
import { useComplaint } from './use-complaint'
import { WhoAndWhere } from './who-and-where'
import './complaint.scss'

/** One complaint with everything that can be done with it. */
export interface ComplaintPanelProps {
  readonly id: string
  readonly account: StaffAccount
  /** Hears of every version of the complaint that is shown. */
  readonly onSeen: (complaint: StaffComplaint) => void
  /** Hears of every step that was taken here. */
  readonly onActed?: (action: StaffAction, complaint: StaffComplaint) => void
}

/** Heading: number, kind, state, deadline. */
function Heading({ complaint }: { readonly complaint: StaffComplaint }) {
  const { value: centre } = useCentre()
  const due = dueWords(complaint, now())
  const office = officeName(centre, complaint.office)
  return (
    <View className='complaint__head'>
      <View className='complaint__line'>
        <Text className='complaint__receipt'>{complaint.receipt}</Text>
        <CopyButton text={complaint.receipt} label={words.copyReceipt} />
        {canPrint ? <Button kind='text' onTap={() => void open('staff/print/index', { id: complaint.id })}>{desk.print}</Button> : null}
      </View>
      <View className='complaint__line'>
        <Badge>{complaintKinds[complaint.kind]}</Badge>
        <Badge tone={stateTone(complaint.state)}>{complaintStates[complaint.state]}</Badge>
        {due ? <Badge tone={due.tone}>{due.words}</Badge> : null}
        {office ? <Badge>{office}</Badge> : null}
        {complaint.closedAs ? <Badge>{closings[complaint.closedAs]}</Badge> : null}
        {complaint.followers > 0 ? <Badge>{words.followers(complaint.followers)}</Badge> : null}
        {complaint.rating ? <Badge tone={isBad(complaint.rating) ? 'bad' : 'good'}>{ratings[complaint.rating]}</Badge> : null}
        {complaint.callback ? <Badge tone='warn'>{words.callback}</Badge> : null}
        {complaint.reopens > 0 ? <Badge tone='warn'>{words.reopens(complaint.reopens)}</Badge> : null}
        {complaint.published ? <Badge tone='good'>{words.published}</Badge> : null}
        {complaint.textReview ? <Badge tone='warn'>{queue.textReview}</Badge> : null}
        <Text className='quiet'>{`${words.submitted} ${whenInWords(complaint.submittedAt, now())}`}</Text>
      </View>
    </View>
  )
}

/** The complaint, its buttons with their small forms, and its timeline. */
export function ComplaintPanel({ id, account, onSeen, onActed }: ComplaintPanelProps) {
  const { loaded, sending, overtaken, act } = useComplaint(id, onSeen)
  const [chosen, setChosen] = useState<StaffAction>()
  const shown = useShown()
  const complaint = loaded.value
  const buttons = complaint ? buttonsOf(complaint, account.role) : []
  const { clear } = sending
  useEffect(() => {
    setChosen(undefined)
    clear()
  }, [id, clear])
  const finished = (action: StaffAction, after: StaffComplaint) => {
    toast(words.done(complaintActions[action]))
    onActed?.(action, after)
  }
  const choose = (action: StaffAction | undefined) => {
    clear()
    setChosen(action)
    if (action) focusOn(firstField(actionForms[action]), 'act')
  }
  const start = (action: StaffAction) => {
    if (!complaint || sending.busy) return
    if (!actionForms[action].atOnce) return choose(action)
    const request = checked(action, noValues, complaint.version)
    if ('body' in request) void act(request.body).then((after) => { if (after) finished(action, after) })
  }
  const shortcuts: Shortcut[] = [
    // While an office is being chosen the digits are the offices'.
    ...keysOf(buttons).filter(({ key }) => !(chosen && actionForms[chosen].office && /\d/.test(key))).map(({ key, action }) => ({ key, run: () => start(action) })),
    { key: 'escape', whileTyping: true, run: () => choose(undefined) },
  ]
  useShortcuts(shortcuts, shown)
  if (!complaint) {
    return loaded.problem
      ? <ErrorState message={loaded.problem.message} retryLabel={frame.retry} onRetry={() => void loaded.reload()} />
      : <Skeleton label={frame.loading} lines={8} />
  }
  const gone = chosen !== undefined && !buttons.includes(chosen)
  const conflict = overtaken ? (
    <Notice tone='warn'>
      {gone ? words.conflictGone(complaintStates[complaint.state], complaintActions[chosen]) : words.conflict(complaintStates[complaint.state])}
      {overtaken.map(({ what, by, at }) => <View key={`${at} ${what}`}>{words.since(what, by, whenInWords(at, now()))}</View>)}
    </Notice>
  ) : null
  return (
    <View className='complaint'>
      <Heading complaint={complaint} />
      <View className='complaint__text' id='complaint-text' {...focusable}>{complaint.text}</View>
      <ComplaintPhotos photos={complaint.photos} role={account.role} onChanged={() => void loaded.reload()} />
      <WhoAndWhere complaint={complaint} />
      {complaint.followers > 0 ? <Notice tone='info'>{words.followersDetail(complaint.followers)}</Notice> : null}
      {complaint.callback ? <Notice tone='warn'>{words.callbackDetail}</Notice> : null}
      {chosen === undefined ? conflict : null}
      {chosen === undefined && sending.problem && !overtaken ? <Notice tone='bad'>{sending.problem.message}</Notice> : null}
      <ActionButtons complaint={complaint} actions={buttons} chosen={chosen} busy={sending.busy} onChoose={(action) => (action === chosen ? choose(undefined) : start(action))} />
      {chosen ? (
        <ActionPanel
          key={`${id} ${chosen}`}
          action={chosen}
          complaint={complaint}
          account={account}
          sending={sending}
          gone={gone}
          conflict={conflict}
          onSend={act}
          onDone={(after) => { choose(undefined); finished(chosen, after) }}
          onToNote={() => choose('note')}
          onCancel={() => choose(undefined)}
        />
      ) : null}
      <ComplaintHistory events={complaint.events} role={account.role} onChanged={() => void loaded.reload()} />
    </View>
  )
}
