/** Why a complaint is not taken on (不予受理). */
export const declineReasons = {
  notOurs: '不属于本中心职责',
  legalProcess: '应当通过诉讼、仲裁、行政复议等法定途径解决',
  repeated: '同一件事已经答复过，没有新的情况',
  unclear: '内容不清楚，又联系不上您',
  unlawful: '内容违反法律法规',
} as const
/** Reason code of 不予受理. */
export type DeclineReason = keyof typeof declineReasons
/** Every reason, in the order in which the form offers them. */
export const declineReasonList = Object.keys(declineReasons) as DeclineReason[]

/** How a complaint was closed (办结方式). */
export const closings = {
  rectified: '整改完成',
  explained: '解释说明',
  notOurs: '非本单位职责',
  duplicate: '重复',
  withdrawn: '撤回',
} as const
/** How a complaint was closed. */
export type Closing = keyof typeof closings
/** Every way of closing. */
export const closingList = Object.keys(closings) as Closing[]
/** The ways that staff choose between; a duplicate is closed by merging it, a withdrawal by its citizen. */
export const chosenClosings = ['rectified', 'explained', 'notOurs'] as const satisfies readonly Closing[]

/** How a complaint reached the centre (来源). */
export const channels = {
  app: '小程序或网页',
  window: '窗口',
  telephone: '电话',
} as const
/** How a complaint reached the centre. */
export type Channel = keyof typeof channels
/** Every channel. */
export const channelList = Object.keys(channels) as Channel[]

/** What the citizen reads of a refusal: the reason, who is responsible when the centre is not, and the clerk's own words. */
export function declineWords(reason: DeclineReason, responsible: string | undefined, text: string): string {
  return `${declineReasons[reason]}。${responsible ? `请联系：${responsible}。` : ''}${text}`
}

/** `2026-12-01` → 2026年12月1日. */
const dayInChinese = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** What the citizen reads of a plan: what will be put right, and by which day (`2026-12-31`). */
export function planWords(text: string, due: string): string {
  return `${text}（计划${dayInChinese(due)}前完成）`
}

/** What the citizen reads of an extension that a chief consented to. */
export function extensionWords(reason: string, due: string): string {
  return `到${dayInChinese(due)}。原因：${reason}`
}

/** How content a citizen is with how it was handled (满意度), best first. */
export const ratings = {
  verySatisfied: '非常满意',
  satisfied: '满意',
  fair: '基本满意',
  dissatisfied: '不满意',
  veryDissatisfied: '非常不满意',
} as const
/** How content a citizen is. */
export type Rating = keyof typeof ratings
/** Every rating, best first. */
export const ratingList = Object.keys(ratings) as Rating[]
/** Whether a rating asks for a reason and a call back (回访). */
export const isBad = (rating: Rating): boolean => rating === 'dissatisfied' || rating === 'veryDissatisfied'

/** What staff and the citizen read of a rating. */
export const ratingWords = (rating: Rating, reason: string | undefined): string => (reason ? `${ratings[rating]}。${reason}` : ratings[rating])
