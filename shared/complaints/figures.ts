import * as v from 'valibot'
import { day, instant, randomId, version } from '../api/fields'
import { chinaDay } from '../calendar/calendar'
import { localId } from '../centre/centre'
import { isOverdue } from './clock'
import { channelList, closingList, isBad, ratingList } from './codes'
import { complaintKindList } from './kinds'
import { complaintStateList } from './states'

/** A month of the calendar in China, `2026-11`. */
export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份格式不正确'))

/** What the figures need to know of one complaint; neither its text nor anybody's name. Rows are kept by the month in which it was raised. */
export const caseFacts = v.object({
  id: randomId,
  /** Version of the complaint of which these are the facts. */
  version,
  kind: v.picklist(complaintKindList),
  state: v.picklist(complaintStateList),
  channel: v.picklist(channelList),
  /** Office that leads (主办) now. */
  office: v.optional(localId),
  submittedAt: instant,
  /** First taken on (受理). */
  acceptedAt: v.optional(instant),
  /** First answer of all: an answer, a plan or a refusal. */
  answeredAt: v.optional(instant),
  /** Day by which the first answer was due, or is; waits for the citizen and extensions are in it. */
  answerDue: v.optional(v.union([day, v.literal('unknown')])),
  /** Working days from the day after it was raised to the first answer, without those on which the citizen was waited for. */
  answerDays: v.optional(v.number()),
  /** Put right (整改完成), and not taken up again since. */
  rectifiedAt: v.optional(instant),
  closedAt: v.optional(instant),
  closedAs: v.optional(v.picklist(closingList)),
  /** The rating of the last answer. */
  rating: v.optional(v.picklist(ratingList)),
  /** How often it was taken up again. */
  reopens: v.number(),
  /** Day of the deadline that runs. */
  due: v.optional(v.union([day, v.literal('unknown')])),
})
/** What the figures need to know of one complaint. */
export type CaseFacts = v.InferOutput<typeof caseFacts>

/** What is counted: its name, and its definition as everybody reads it. docs/figures.md is the same in English. */
export const measures = {
  received: { name: '收到', definition: '这段时间里提出的全部找茬，后来撤回的、并入另一件的也算。' },
  accepted: { name: '受理', definition: '其中已经受理的。' },
  due: { name: '应答复', definition: '其中已经答复的，和过了期限还没有答复的；首次答复、整改计划和不予受理都算答复。' },
  answered: { name: '已答复', definition: '其中已经有首次答复的。' },
  inTime: { name: '按时答复', definition: '首次答复在期限当天或以前；等市民补充的日子不算，经科长同意的延期算在期限里。' },
  rectified: { name: '整改完成', definition: '其中已经整改好的；后来又重新办理的，要再次整改好才算。' },
  rated: { name: '已评价', definition: '市民对最后一次答复作了评价的。' },
  satisfied: { name: '满意', definition: '评价为非常满意、满意或基本满意的。' },
  reopened: { name: '重新办理', definition: '答复以后又重新办理过的，不论几次，一件算一件。' },
} as const
/** Something that is counted. */
export type Measure = keyof typeof measures
/** Everything that is counted. */
export const measureList = Object.keys(measures) as Measure[]

/** Of what each count is a part: nothing that is answered in time is not answered. */
export const wholeOf: Readonly<Record<Exclude<Measure, 'received'>, Measure>> = {
  accepted: 'received', due: 'received', answered: 'due', inTime: 'answered', rectified: 'received', rated: 'received', satisfied: 'rated', reopened: 'received',
}

/** The median's definition. */
export const medianDefinition = '有首次答复的找茬，从提出的次日起到答复那天的工作日数，从少到多排在正中间的一个；等市民补充的日子不算。'

/** The counts of some complaints. */
export type Counts = Record<Measure, number>

/** The counts, and the median of working days to the first answer; none when nothing was answered. */
export interface Figures {
  readonly counts: Counts
  readonly medianDays?: number
}

const chinaDayOf = (at: string): string => chinaDay(Date.parse(at))

/** The month in China (UTC+8) in which a complaint was raised, `2026-11`. */
export const monthOf = ({ submittedAt }: Pick<CaseFacts, 'submittedAt'>): string => chinaDayOf(submittedAt).slice(0, 7)

/** Whether a complaint counts as each measure on the day `today`. A first answer whose due day nobody knows is not called in time. */
export function measuresOf(it: CaseFacts, today: string): Record<Measure, boolean> {
  const { acceptedAt, answeredAt, answerDue, rectifiedAt, rating, reopens } = it
  const answered = answeredAt !== undefined
  const known = answerDue !== undefined && answerDue !== 'unknown'
  return {
    received: true,
    accepted: acceptedAt !== undefined,
    due: answered || (known && isOverdue({ state: it.state, due: answerDue }, today)),
    answered,
    inTime: answered && known && chinaDayOf(answeredAt) <= answerDue,
    rectified: rectifiedAt !== undefined,
    rated: rating !== undefined,
    satisfied: rating !== undefined && !isBad(rating),
    reopened: reopens > 0,
  }
}

/** The middle of the numbers; of two in the middle the lower one, so that it is a number of days that some complaint took. */
export function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]
}

/** Counts complaints as they are on the day `today`. */
export function figuresOf(cases: readonly CaseFacts[], today: string): Figures {
  const counts = Object.fromEntries(measureList.map((measure) => [measure, 0])) as Counts
  for (const it of cases) {
    const is = measuresOf(it, today)
    for (const measure of measureList) if (is[measure]) counts[measure]++
  }
  const medianDays = median(cases.flatMap(({ answerDays }) => answerDays ?? []))
  return { counts, ...(medianDays === undefined ? {} : { medianDays }) }
}

/** Complaints in groups: by office, month, kind … */
export function groupsOf<K>(cases: readonly CaseFacts[], keyOf: (it: CaseFacts) => K): ReadonlyMap<K, readonly CaseFacts[]> {
  const groups = new Map<K, CaseFacts[]>()
  for (const it of cases) {
    const key = keyOf(it)
    const group = groups.get(key)
    if (group) group.push(it)
    else groups.set(key, [it])
  }
  return groups
}

/** The last `count` months up to and including that of the day `today`, oldest first. */
export function lastMonths(today: string, count: number): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, index) => {
    const at = last - count + 1 + index
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
