import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import { complaintStates } from '@shared/complaints/states'
import { now } from '../../platform/clock'
import { call } from '../../platform/request'
import { act as words, complaint as complaintWords, queue } from '../../texts/staff/complaints'
import { frame } from '../../texts/staff/frame'
import { whenInWords } from '../../texts/when'
import { Badge } from '../../ui/badge'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState, Notice } from '../../ui/states'
import { useSettled } from '../frame/use-settled'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { receiptFrom } from './receipt'
import { stateTone } from './state-tone'

/** The complaint that is to be merged, and what was typed as the number of the other. */
export interface MergeTargetProps {
  readonly complaint: Pick<StaffComplaint, 'id' | 'receipt'>
  readonly typed: string
  /** Hears the receipt number of the other one while it is on screen and can take this one. */
  readonly onTarget: (receipt: string | undefined) => void
}

/** Whether another complaint can be merged into this one; the server refuses the same. */
const canTake = ({ closedAs, state }: StaffComplaint) => closedAs !== 'duplicate' && closedAs !== 'withdrawn' && state !== 'declined'

/** The complaint of one number. */
function Found({ receipt, onTarget }: { readonly receipt: string; readonly onTarget: MergeTargetProps['onTarget'] }) {
  const { value, problem, reload } = useStaffLoaded(`receipt ${receipt}`, () => call(routes.complaints.staffFind, { params: { receipt } }))
  const fits = value !== undefined && canTake(value)
  useEffect(() => {
    if (fits) onTarget(receipt)
    return () => onTarget(undefined)
  }, [fits, receipt]) // eslint-disable-line react-hooks/exhaustive-deps -- tells when what is on screen changes, not when the listener does
  if (problem) return problem.code === 'not-found' ? <Notice tone='bad'>{queue.receiptUnknown}</Notice> : <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} lines={2} />
  return (
    <View className='act__target' role='group' aria-label={words.intoFound}>
      <View className='quiet'>{words.intoFound}</View>
      <View className='complaint__line'>
        <View className='act__target-receipt'>{value.receipt}</View>
        <Badge>{complaintKinds[value.kind]}</Badge>
        <Badge tone={stateTone(value.state)}>{complaintStates[value.state]}</Badge>
        {value.followers > 0 ? <Badge>{complaintWords.followers(value.followers)}</Badge> : null}
      </View>
      <View className='act__target-text'>{value.text}</View>
      <View className='quiet'>{`${complaintWords.submitted} ${whenInWords(value.submittedAt, now())}`}</View>
      {fits ? null : <Notice tone='bad'>{words.intoCannot}</Notice>}
    </View>
  )
}

/** Shows the other complaint as soon as its number is entered, so that nobody merges into a number that was misheard. */
export function MergeTarget({ complaint, typed, onTarget }: MergeTargetProps) {
  const receipt = useSettled(receiptFrom(typed), 300)
  if (!receipt) return null
  return <View className='act__target-place' role='status'>{receipt === complaint.receipt ? <Notice tone='bad'>{words.intoItself}</Notice> : <Found key={receipt} receipt={receipt} onTarget={onTarget} />}</View>
}
