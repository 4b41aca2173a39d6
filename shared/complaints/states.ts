import { staffRoles, type Role } from '../accounts/roles'

/** States of a complaint (找茬), in the order of its life. */
export const complaintStates = {
  submitted: '已提交',
  accepted: '已受理',
  passed: '已转办',
  returned: '退回',
  investigating: '调查核实',
  asked: '待补充',
  referred: '已报请',
  rectifying: '整改中',
  rectified: '整改完成',
  answered: '已答复',
  reopened: '重新办理',
  closed: '已办结',
  declined: '不予受理',
} as const
/** State of a complaint. */
export type ComplaintState = keyof typeof complaintStates
/** Every state. */
export const complaintStateList = Object.keys(complaintStates) as ComplaintState[]

/** What can be done with a complaint, by the name on the button; in the order in which buttons stand. */
export const complaintActions = {
  accept: '受理',
  pass: '转办',
  investigate: '开始调查',
  decide: '记录领导决定',
  resume: '不再等待，继续办理',
  rectify: '整改完成',
  answer: '答复',
  close: '办结',
  ask: '请市民补充',
  plan: '制定整改计划',
  refer: '报请领导',
  return: '退回',
  reply: '补充说明',
  callBack: '回访说明',
  rate: '评价',
  reopen: '重新办理',
  publish: '公开答复',
  note: '内部备注',
  decline: '不予受理',
  unpublish: '撤下公开',
  withdraw: '撤回',
  grant: '同意延期',
  extend: '申请延期',
  refuse: '不同意延期',
  merge: '并入另一件',
  absorb: '并入了另一件',
  follow: '我也遇到',
  unfollow: '不再关注',
  remind: '到期提醒',
  overdue: '超期，提请科长督办',
  escalate: '超期，提请分管领导督办',
  lapse: '等待补充的期限已过',
} as const
/** Action on a complaint. */
export type ComplaintAction = keyof typeof complaintActions
/** Every action. */
export const complaintActionList = Object.keys(complaintActions) as ComplaintAction[]

/** Who acts on a complaint: a role, where an office that only helps (协办) is told from the one that leads (主办); another citizen; or the clock. */
export type CaseRole = Role | 'helper' | 'neighbour' | 'clock'
/** What each of them is called. */
export const caseRoleNames: Readonly<Record<CaseRole, string>> = { citizen: '市民', ...staffRoles, helper: '协办科室', neighbour: '其他市民', clock: '系统' }

/** What beside the state an action may depend on. */
export const factNames = {
  published: '答复已公开',
  askExpired: '等待补充的期限已过',
  extendable: '还没有到期，也没有在等科长批准延期',
  extensionAsked: '已申请延期',
  rateable: '这次办理还没有评价',
  callbackOpen: '市民不满意，等不是答复人的同事回访',
  noCallback: '没有待办的回访',
  reopenable: '市民还可以要求重新办理',
} as const
/** Name of a fact. */
export type Fact = keyof typeof factNames
/** The facts of one complaint now. */
export type Facts = Readonly<Record<Fact, boolean>>

/** One row of the table: from these states, this action by these roles leads to that state. */
export interface Transition {
  readonly action: ComplaintAction
  readonly from: readonly ComplaintState[]
  readonly by: readonly CaseRole[]
  /** Next state; `same`: unchanged; `before`: the state from which it was asked or referred. */
  readonly to: ComplaintState | 'same' | 'before'
  /** Only while this holds. */
  readonly when?: Fact
  /** What the citizen reads in the timeline; none: the event is internal. */
  readonly citizenSees?: string
}

const front: readonly CaseRole[] = ['window', 'chief', 'leader', 'admin']
const staff: readonly CaseRole[] = ['window', 'office', 'chief', 'leader', 'admin']
const decide: readonly CaseRole[] = ['chief', 'leader', 'admin']
const everywhere = complaintStateList
/** Somebody has it in hand and is free to take any next step. */
const inHand: readonly ComplaintState[] = ['accepted', 'passed', 'returned', 'investigating', 'reopened']

/** The centre owes a first answer or a result by some day that may be put off. */
const timed: readonly ComplaintState[] = [...inHand, 'referred', 'rectifying', 'rectified']

/** States in which the centre still owes something, or waits for the citizen. */
export const openStates: readonly ComplaintState[] = [
  'submitted', 'accepted', 'passed', 'returned', 'investigating', 'asked', 'referred', 'rectifying', 'rectified', 'reopened',
]

/** Steps that somebody waits for, whatever the state: they come before the usual ones. */
const awaited: readonly ComplaintAction[] = ['grant', 'refuse', 'callBack']

/** What is mostly done next in each state, the likeliest first; what a role may not do is left out. */
const usual: Readonly<Record<ComplaintState, readonly ComplaintAction[]>> = {
  submitted: ['accept'],
  accepted: ['pass', 'answer'],
  passed: ['answer', 'investigate'],
  returned: ['pass', 'answer'],
  investigating: ['answer', 'rectify'],
  asked: ['answer', 'resume'],
  referred: ['decide', 'note'],
  rectifying: ['rectify', 'answer'],
  rectified: ['answer', 'note'],
  answered: ['close', 'publish'],
  reopened: ['pass', 'answer'],
  closed: ['publish', 'note'],
  declined: ['note'],
}

/** The one or two of the possible actions that are likeliest next. */
export function usualSteps(state: ComplaintState, possible: readonly ComplaintAction[]): ComplaintAction[] {
  // Whoever calls back either explains or has it taken up again.
  const instead: readonly ComplaintAction[] = possible.includes('callBack') ? ['reopen'] : []
  return [...awaited, ...instead, ...usual[state]].filter((action) => possible.includes(action)).slice(0, 2)
}

/** The one table of the complaint's life: the write's condition, the 409, the buttons and docs/complaint-states.md come from it. */
export const transitions: readonly Transition[] = [
  { action: 'accept', from: ['submitted'], by: front, to: 'accepted', citizenSees: '已受理。' },
  { action: 'decline', from: ['submitted', 'accepted', 'returned'], by: front, to: 'declined', citizenSees: '不予受理，原因：' },
  { action: 'pass', from: inHand, by: front, to: 'passed', citizenSees: '已转给有关科室办理。' },
  { action: 'return', from: ['passed', 'investigating'], by: ['office'], to: 'returned' },
  { action: 'investigate', from: ['accepted', 'passed', 'returned', 'reopened'], by: staff, to: 'investigating', citizenSees: '正在调查核实。' },
  { action: 'note', from: everywhere, by: [...staff, 'helper'], to: 'same' },
  { action: 'ask', from: [...inHand, 'rectifying'], by: staff, to: 'asked', citizenSees: '想向您了解：' },
  { action: 'reply', from: ['asked'], by: ['citizen'], to: 'before', citizenSees: '您补充了说明：' },
  {
    action: 'reply', from: ['submitted', 'accepted', 'passed', 'returned', 'investigating', 'referred', 'rectifying', 'rectified', 'answered', 'reopened'],
    by: ['citizen'], to: 'same', citizenSees: '您补充了说明：',
  },
  { action: 'resume', from: ['asked'], by: staff, to: 'before', citizenSees: '不再等待补充，继续办理。' },
  { action: 'refer', from: [...inHand, 'rectifying'], by: ['window', 'office', 'chief', 'admin'], to: 'referred', citizenSees: '已报请分管领导研究。' },
  { action: 'decide', from: ['referred'], by: decide, to: 'before', citizenSees: '已研究决定，正在落实。' },
  { action: 'plan', from: [...inHand, 'rectified', 'answered'], by: staff, to: 'rectifying', citizenSees: '正在整改：' },
  { action: 'rectify', from: [...inHand, 'rectifying'], by: staff, to: 'rectified', citizenSees: '整改完成：' },
  { action: 'answer', from: [...inHand, 'rectifying', 'rectified'], by: staff, to: 'answered', citizenSees: '答复：' },
  { action: 'answer', from: ['asked'], by: staff, to: 'answered', when: 'askExpired', citizenSees: '答复：' },
  { action: 'close', from: ['answered'], by: front, to: 'closed', when: 'noCallback', citizenSees: '已办结。' },
  { action: 'close', from: ['asked'], by: front, to: 'closed', when: 'askExpired', citizenSees: '已办结。' },
  { action: 'rate', from: ['answered', 'closed'], by: ['citizen'], to: 'same', when: 'rateable', citizenSees: '您的评价：' },
  { action: 'callBack', from: ['answered', 'closed'], by: front, to: 'same', when: 'callbackOpen', citizenSees: '回访说明：' },
  { action: 'reopen', from: ['answered', 'closed'], by: ['window'], to: 'reopened', when: 'callbackOpen', citizenSees: '重新办理，原因：' },
  { action: 'reopen', from: ['answered', 'closed', 'declined'], by: decide, to: 'reopened', citizenSees: '重新办理，原因：' },
  { action: 'reopen', from: ['answered', 'closed', 'declined'], by: ['citizen'], to: 'reopened', when: 'reopenable', citizenSees: '重新办理，原因：' },
  {
    action: 'withdraw', from: ['submitted', 'accepted', 'passed', 'returned', 'investigating', 'asked', 'referred', 'reopened'],
    by: ['citizen'], to: 'closed', citizenSees: '您撤回了这条找茬。',
  },
  { action: 'extend', from: timed, by: staff, to: 'same', when: 'extendable' },
  { action: 'grant', from: timed, by: decide, to: 'same', when: 'extensionAsked', citizenSees: '办理期限延长' },
  { action: 'refuse', from: timed, by: decide, to: 'same', when: 'extensionAsked' },
  { action: 'remind', from: ['submitted', ...timed], by: ['clock'], to: 'same' },
  { action: 'overdue', from: ['submitted', ...timed], by: ['clock'], to: 'same' },
  { action: 'escalate', from: ['submitted', ...timed], by: ['clock'], to: 'same' },
  { action: 'lapse', from: ['asked'], by: ['clock'], to: 'same' },
  { action: 'merge', from: openStates, by: front, to: 'closed', citizenSees: '有人反映了同一件事，已合并办理，有答复会告诉您。' },
  { action: 'absorb', from: everywhere, by: front, to: 'same' },
  { action: 'follow', from: everywhere, by: ['neighbour'], to: 'same' },
  { action: 'unfollow', from: everywhere, by: ['neighbour'], to: 'same' },
  { action: 'publish', from: ['answered', 'closed'], by: decide, to: 'same', citizenSees: '答复已隐去个人信息后公开。' },
  { action: 'unpublish', from: everywhere, by: decide, to: 'same', when: 'published', citizenSees: '公开的答复已撤下。' },
]

/** The row that applies, or none when the action is not possible in this state for this role; without `facts`, as if every fact held. */
export function findTransition(state: ComplaintState, action: ComplaintAction, role: CaseRole, facts?: Facts): Transition | undefined {
  return transitions.find((row) => row.action === action && row.from.includes(state) && row.by.includes(role) && (!facts || !row.when || facts[row.when]))
}

/** The state that a row leads to; `before` is the state from which the complaint was asked or referred. */
export function nextState(row: Transition, state: ComplaintState, before: ComplaintState | undefined): ComplaintState {
  if (row.to === 'same') return state
  if (row.to === 'before') return before ?? 'accepted'
  return row.to
}

/** Buttons: what a role can do in a state, in the order of `complaintActions`, each once; without `facts`, as if every fact held. Taking another complaint in (absorb) is the other half of merging it and no button. */
export function allowedActions(state: ComplaintState, role: CaseRole, facts?: Facts): ComplaintAction[] {
  return complaintActionList.filter((action) => action !== 'absorb' && findTransition(state, action, role, facts) !== undefined)
}

/** Whether a role can do an action in any state at all; tells 403 from 409. */
export function mayEver(action: ComplaintAction, role: CaseRole): boolean {
  return transitions.some((row) => row.action === action && row.by.includes(role))
}

/** What the citizen reads in the timeline for an action; empty for an internal one. */
export function citizenSentence(action: ComplaintAction | 'submit'): string {
  if (action === 'submit') return '您提交了找茬。'
  return transitions.find((row) => row.action === action)?.citizenSees ?? ''
}

/** The state as its citizen sees it: that an office sent it back to the front desk is the centre's own affair. */
export function citizenState(state: ComplaintState): ComplaintState {
  return state === 'returned' ? 'accepted' : state
}

/** A state as an older version stored it: 已撤回 was a state of its own and is now a way of being closed. */
export function currentState(stored: unknown): unknown {
  return stored === 'withdrawn' ? 'closed' : stored
}
