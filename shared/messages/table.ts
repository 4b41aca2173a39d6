import type { Rating } from '../complaints/codes'
import { citizenSentence, citizenState, complaintActions, complaintStates, type ComplaintAction, type ComplaintState } from '../complaints/states'
import { cut } from '../text/cut'

/** Something that happens to a complaint, as its events name it. */
export type CaseEvent = ComplaintAction | 'submit'
/** Every event. */
export const caseEventList: readonly CaseEvent[] = ['submit', ...Object.keys(complaintActions) as ComplaintAction[]]

/** Who can be told of an event. An office that leads is the front desk as long as no office leads: nothing is told to nobody. */
export const audiences = {
  citizen: '提出找茬的市民',
  followers: '跟进的市民（我也遇到）',
  mentioned: '内部备注 @ 到的科室',
  front: '前台窗口',
  chief: '科长',
  leader: '分管领导',
  lead: '主办科室',
  helping: '协办科室',
} as const
/** Who can be told of an event. */
export type Audience = keyof typeof audiences

/** How they are told. The inbox is the truth; a subscribe message is a courtesy that points to it. A channel is added here, with its sender in functions/messages. */
export const channels = { inbox: '站内消息', wechat: '微信订阅消息' } as const
/** How they are told. */
export type Channel = keyof typeof channels

/** What a message may be made of. What a citizen wrote is not in it: staff read that on the case, where it can be deleted. */
export interface CaseFacts {
  readonly event: CaseEvent
  readonly by: 'citizen' | 'centre'
  /** State after the event. */
  readonly state: ComplaintState
  /** An office leads. */
  readonly led: boolean
  readonly receipt: string
  readonly kindName: string
  /** What staff wrote for the citizen; none for what a citizen wrote. */
  readonly text?: string
  /** What staff wrote for each other. */
  readonly note?: string
  readonly rating?: Rating
}

/** One row: of this event this audience is told through this channel, in these words. */
export interface MessageRow {
  readonly event: CaseEvent
  readonly audience: Audience
  readonly channel: Channel
  /** Only then; always when left out. */
  readonly when?: (it: CaseFacts) => boolean
  readonly title: (it: CaseFacts) => string
  readonly text: (it: CaseFacts) => string
}

type Words = Pick<MessageRow, 'title' | 'text'>
type Told = Omit<MessageRow, 'event'>

/** Longest part of an internal remark in a message, characters. */
const maxRemark = 200

/** What the state table says to the citizen, and what staff added. */
const progress: Words = {
  title: ({ receipt, state }) => `找茬 ${receipt}：${complaintStates[citizenState(state)]}`,
  text: ({ event, text = '' }) => `${citizenSentence(event)}${text}`,
}

/** What staff are asked to do or to know, with the case and what a colleague remarked; `detail` stands in place of a remark. */
const work = (title: string, detail?: string): Words => ({
  title: () => title,
  text: ({ receipt, kindName, note = '' }) => [`${receipt} · ${kindName}`, detail ?? cut(note, maxRemark)].filter(Boolean).join('\n'),
})

const byStaff = ({ by }: CaseFacts) => by === 'centre'
const bad = ({ rating }: CaseFacts) => rating === 'dissatisfied' || rating === 'veryDissatisfied'

/** Tells the citizen who raised it in the inbox, and by WeChat too where it is worth the one message that they allowed. */
const raiser = (wechat: 'wechat' | 'inboxOnly'): Told[] => [{ audience: 'citizen', channel: 'inbox', ...progress }, ...(wechat === 'wechat' ? [{ audience: 'citizen', channel: 'wechat', ...progress } as const] : [])]
/** Tells who raised it and who follows. */
const everybody = (wechat: 'wechat' | 'inboxOnly'): Told[] => [...raiser(wechat), ...raiser(wechat).map((it): Told => ({ ...it, audience: 'followers' }))]
const staff = (audience: Audience, words: Words, when?: MessageRow['when']): Told => ({ audience, channel: 'inbox', ...words, ...(when ? { when } : {}) })

/** Stated: of this nobody is told, and why. */
export interface NobodyIsTold { readonly nobodyIsTold: string }

/**
 * Who is told of what, in which words: every event of the state table has its rows here or says why nobody is told. Citizens are told
 * of what the centre does and never of what citizens do. Who is in several audiences is told once, by the first row.
 * By WeChat goes only what the citizen waits for or has to answer: one leave is one message, and 已受理 would use it up.
 */
const told: Readonly<Record<CaseEvent, readonly Told[] | NobodyIsTold>> = {
  submit: [staff('front', work('新的找茬，请受理'))],
  accept: everybody('inboxOnly'),
  decline: everybody('wechat'),
  pass: [...everybody('inboxOnly'), staff('lead', work('转给本科室主办，请办理')), staff('helping', work('请本科室协办'))],
  return: [staff('front', work('科室退回，请重新转办'))],
  investigate: everybody('inboxOnly'),
  note: [staff('mentioned', work('备注里提到了本科室'), byStaff), staff('lead', work('有新的内部备注'), (it) => byStaff(it) && it.led)],
  ask: raiser('wechat'),
  reply: [staff('lead', work('市民补充了说明'))],
  resume: raiser('inboxOnly'),
  refer: [...everybody('inboxOnly'), staff('leader', work('报请领导决定'))],
  decide: [...everybody('inboxOnly'), staff('lead', work('领导已决定，请落实')), staff('front', work('领导已决定'))],
  plan: everybody('inboxOnly'),
  rectify: [...everybody('inboxOnly'), staff('front', work('整改完成，请答复市民'))],
  answer: [...everybody('wechat'), staff('front', work('已答复，可以办结'))],
  close: everybody('inboxOnly'),
  callBack: raiser('wechat'),
  rate: [
    staff('front', work('市民不满意，请回访', '由不是答复人的同事回访。'), bad),
    staff('chief', work('市民不满意，等待回访'), bad),
    staff('lead', work('市民作了评价')),
  ],
  reopen: [...everybody('inboxOnly'), staff('chief', work('重新办理')), staff('front', work('重新办理，请转办')), staff('lead', work('重新办理'))],
  publish: everybody('inboxOnly'),
  unpublish: everybody('inboxOnly'),
  withdraw: [staff('lead', work('市民已撤回', '不用再办理。')), staff('helping', work('市民已撤回', '不用再办理。'))],
  extend: [staff('chief', work('申请延期，请决定'))],
  grant: [...everybody('inboxOnly'), staff('lead', work('同意延期'))],
  refuse: [staff('lead', work('不同意延期'))],
  remind: [staff('lead', work('快到期了'))],
  overdue: [staff('chief', work('超期，请督办')), staff('lead', work('已经超期'))],
  escalate: [staff('leader', work('超期较久，请督办')), staff('chief', work('超期较久，已报分管领导')), staff('lead', work('超期较久，已报分管领导'))],
  lapse: [staff('lead', work('等待市民补充的期限已过'))],
  merge: [...raiser('inboxOnly'), staff('lead', work('已并入另一件', '不用单独办理。'))],
  absorb: [staff('lead', work('又有市民反映同一件事', '已并入本件。'))],
  follow: { nobodyIsTold: '我也遇到只是加一，人数在件上看得到。' },
  unfollow: { nobodyIsTold: '不再关注只是减一。' },
}

/** The one table of messages: event × audience × channel. */
export const messageTable: readonly MessageRow[] = caseEventList.flatMap((event) => {
  const rows = told[event]
  return 'nobodyIsTold' in rows ? [] : rows.map((row) => ({ event, ...row }))
})

/** Why nobody is told of an event; none when somebody is. */
export function whyNobody(event: CaseEvent): string | undefined {
  const rows = told[event]
  return 'nobodyIsTold' in rows ? rows.nobodyIsTold : undefined
}
