import type { Role } from '../accounts/roles'

/** States of a complaint. */
export const complaintStates = {
  submitted: '已提交',
  accepted: '已受理',
  passed: '已转办',
  asked: '待补充',
  answered: '已答复',
  rectified: '已整改',
  closed: '已办结',
  withdrawn: '已撤回',
  declined: '不予受理',
} as const
/** State of a complaint. */
export type ComplaintState = keyof typeof complaintStates
/** Every state. */
export const complaintStateList = Object.keys(complaintStates) as ComplaintState[]

/** What can be done with a complaint, by the name on the button. */
export const complaintActions = {
  accept: '受理',
  decline: '不予受理',
  pass: '转办',
  note: '内部备注',
  ask: '请市民补充',
  reply: '补充说明',
  answer: '答复',
  rectify: '标记已整改',
  close: '办结',
  reopen: '重新办理',
  withdraw: '撤回',
  publish: '公开答复',
  unpublish: '撤下公开',
} as const
/** Action on a complaint. */
export type ComplaintAction = keyof typeof complaintActions
/** Every action. */
export const complaintActionList = Object.keys(complaintActions) as ComplaintAction[]

/** One row of the table: from these states, this action by these roles leads to that state. */
export interface Transition {
  readonly action: ComplaintAction
  readonly from: readonly ComplaintState[]
  readonly by: readonly Role[]
  /** Next state; `same`: unchanged; `before`: the state in which the question was asked. */
  readonly to: ComplaintState | 'same' | 'before'
  /** What the citizen reads in the timeline; none: the event is internal. */
  readonly citizenSees?: string
}

const front: readonly Role[] = ['window', 'chief', 'leader', 'admin']
const staff: readonly Role[] = ['window', 'office', 'chief', 'leader', 'admin']
const decide: readonly Role[] = ['chief', 'leader', 'admin']
const everywhere = complaintStateList

/** The one table of the complaint's life: the write's condition, the 409, the buttons and docs/complaint-states.md come from it. */
export const transitions: readonly Transition[] = [
  { action: 'accept', from: ['submitted'], by: front, to: 'accepted', citizenSees: '已受理，我们正在调查。' },
  { action: 'decline', from: ['submitted', 'accepted'], by: front, to: 'declined', citizenSees: '不予受理，原因：' },
  { action: 'pass', from: ['accepted'], by: front, to: 'passed', citizenSees: '已转给有关科室办理。' },
  { action: 'pass', from: ['passed'], by: staff, to: 'passed', citizenSees: '已转给有关科室办理。' },
  { action: 'note', from: everywhere, by: staff, to: 'same' },
  { action: 'ask', from: ['accepted', 'passed'], by: staff, to: 'asked', citizenSees: '想向您了解：' },
  { action: 'reply', from: ['asked'], by: ['citizen'], to: 'before', citizenSees: '您补充了说明：' },
  { action: 'reply', from: ['submitted', 'accepted', 'passed', 'answered', 'rectified'], by: ['citizen'], to: 'same', citizenSees: '您补充了说明：' },
  { action: 'answer', from: ['accepted', 'passed', 'asked', 'rectified'], by: staff, to: 'answered', citizenSees: '答复：' },
  { action: 'rectify', from: ['accepted', 'passed', 'answered'], by: staff, to: 'rectified', citizenSees: '已整改：' },
  { action: 'close', from: ['answered', 'rectified'], by: front, to: 'closed', citizenSees: '已办结。' },
  { action: 'reopen', from: ['answered', 'rectified', 'closed', 'declined'], by: decide, to: 'accepted', citizenSees: '已重新办理。' },
  { action: 'withdraw', from: ['submitted', 'accepted', 'passed', 'asked'], by: ['citizen'], to: 'withdrawn', citizenSees: '您撤回了这条找茬。' },
  { action: 'publish', from: ['answered', 'rectified', 'closed'], by: decide, to: 'same', citizenSees: '答复已隐去个人信息后公开。' },
  { action: 'unpublish', from: ['answered', 'rectified', 'closed', 'accepted', 'passed', 'asked'], by: decide, to: 'same', citizenSees: '公开的答复已撤下。' },
]

/** States in which the centre still owes something; a deadline runs. */
export const openStates: readonly ComplaintState[] = ['submitted', 'accepted', 'passed', 'asked']

/** The row that applies, or none when the action is not possible in this state for this role. */
export function findTransition(state: ComplaintState, action: ComplaintAction, role: Role): Transition | undefined {
  return transitions.find((row) => row.action === action && row.from.includes(state) && row.by.includes(role))
}

/** The state that a row leads to; `askedFrom` is the state in which the open question was asked. */
export function nextState(row: Transition, state: ComplaintState, askedFrom: ComplaintState | undefined): ComplaintState {
  if (row.to === 'same') return state
  if (row.to === 'before') return askedFrom ?? 'accepted'
  return row.to
}

/** Buttons: what a role can do in a state, in the table's order, each once. */
export function allowedActions(state: ComplaintState, role: Role): ComplaintAction[] {
  return complaintActionList.filter((action) => findTransition(state, action, role) !== undefined)
}

/** Whether a role can do an action in any state at all; tells 403 from 409. */
export function mayEver(action: ComplaintAction, role: Role): boolean {
  return transitions.some((row) => row.action === action && row.by.includes(role))
}

/** What the citizen reads in the timeline for an action; empty for an internal one. */
export function citizenSentence(action: ComplaintAction | 'submit'): string {
  if (action === 'submit') return '您提交了找茬。'
  return transitions.find((row) => row.action === action)?.citizenSees ?? ''
}
