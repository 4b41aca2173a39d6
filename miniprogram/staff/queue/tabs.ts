import { complaintStates, openStates, type ComplaintState } from '@shared/complaints/states'
import { queue } from '../../texts/staff/complaints'
import type { Choice } from '../../ui/chips'

/** A tab of the queue: all open complaints, or one state. */
export type QueueTab = 'open' | ComplaintState

/** Counts as the server gives them. */
export type StateCounts = readonly { readonly state: ComplaintState; readonly count: number }[]

const finalStates: readonly ComplaintState[] = ['closed', 'declined']

/** The tabs in the order of a complaint's life; final states have no count. Before the counts are there, none has. */
export function queueTabs(counts: StateCounts | undefined): Choice<QueueTab>[] {
  const countOf = (state: ComplaintState) => counts?.find((one) => one.state === state)?.count ?? 0
  const live: ComplaintState[] = [...openStates, 'answered']
  return [
    { value: 'open', label: queue.open, ...(counts ? { count: openStates.reduce((sum, state) => sum + countOf(state), 0) } : {}) },
    ...live.map((state) => ({ value: state, label: complaintStates[state], ...(counts ? { count: countOf(state) } : {}) })),
    ...finalStates.map((state) => ({ value: state, label: complaintStates[state] })),
  ]
}
