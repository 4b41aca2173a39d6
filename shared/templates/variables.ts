import { chinaDay } from '../calendar/calendar'
import type { Centre } from '../centre/centre'
import type { StaffComplaint } from '../complaints/complaint'
import { complaintKinds } from '../complaints/kinds'
import type { ComplaintAction } from '../complaints/states'

/** What the variables of a template are filled from. */
export interface FilledFrom {
  readonly complaint: Pick<StaffComplaint, 'receipt' | 'kind' | 'submittedAt' | 'office' | 'plan' | 'decision' | 'due' | 'events'>
  readonly centre: Pick<Centre, 'name' | 'offices' | 'telephones'>
  /** The action whose form is filled in: on the day of 整改完成 and 办结 it is today. */
  readonly action: ComplaintAction
  /** Today in China, `2026-11-23`. */
  readonly today: string
}

/** `2026-11-23` → `2026年11月23日`; nothing for a day that is not known. */
const inWords = (day: string | undefined): string | undefined => {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '')
  return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : undefined
}

/** Day on which a complaint last took a step; today when it is taken now. */
function dayOf(step: ComplaintAction, { complaint, action, today }: FilledFrom): string | undefined {
  if (action === step) return today
  const found = complaint.events.filter((event) => event.action === step).sort((a, b) => b.number - a.number)[0]
  return found ? chinaDay(Date.parse(found.at)) : undefined
}

interface Variable {
  readonly of: (from: FilledFrom) => string | undefined
  /** Why it may be empty, to be read after its name. */
  readonly whyEmpty?: string
}

const variables: Readonly<Record<string, Variable>> = {
  受理编号: { of: ({ complaint }) => complaint.receipt },
  类别: { of: ({ complaint }) => complaintKinds[complaint.kind] },
  提交日期: { of: ({ complaint }) => inWords(chinaDay(Date.parse(complaint.submittedAt))) },
  科室: { of: ({ complaint, centre }) => centre.offices.find(({ id }) => id === complaint.office)?.name, whyEmpty: '还没有转办给科室' },
  办理期限: { of: ({ complaint }) => inWords(complaint.due), whyEmpty: '现在没有期限' },
  计划完成日期: { of: ({ complaint }) => inWords(complaint.plan?.due), whyEmpty: '还没有整改计划' },
  整改完成日期: { of: (from) => inWords(dayOf('rectify', from)), whyEmpty: '还没有整改完成' },
  办结日期: { of: (from) => inWords(dayOf('close', from)), whyEmpty: '还没有办结' },
  决定日期: { of: ({ complaint }) => inWords(complaint.decision?.date), whyEmpty: '还没有领导决定' },
  今天: { of: ({ today }) => inWords(today) },
  中心名称: { of: ({ centre }) => centre.name },
  电话: { of: ({ centre }) => centre.telephones.desk },
  找茬电话: { of: ({ centre }) => centre.telephones.complaint },
}

/** Names of the variables that a template may use: `{受理编号}`. */
export const variableNames: readonly string[] = Object.keys(variables)

/** A mark with half-width or full-width braces; `{{`, empty and long ones are text. */
const mark = () => /[{｛]([^{}｛｝\n]{1,20})[}｝]/g
const known = (name: string) => Object.prototype.hasOwnProperty.call(variables, name)

/** The marks in a text, as they are written, each once. */
export const marksIn = (text: string): string[] => [...new Set(text.match(mark()) ?? [])]

/** The marks in a text that name no variable. */
export const unknownMarks = (text: string): string[] => marksIn(text).filter((it) => !known(it.slice(1, -1).trim()))

/** A mark that could not be filled in; `why` when the variable exists but is empty now. */
export interface LeftMark {
  readonly mark: string
  readonly why?: string
}

/** A text with its variables filled in; what could not be filled in stays as it is written and is named. */
export function filled(text: string, from: FilledFrom): { readonly text: string; readonly left: readonly LeftMark[] } {
  const left: LeftMark[] = []
  const result = text.replace(mark(), (all: string, inside: string) => {
    const name = inside.trim()
    const value = known(name) ? variables[name].of(from) : undefined
    if (value) return value
    if (!left.some((it) => it.mark === all)) left.push({ mark: all, ...(known(name) ? { why: variables[name].whyEmpty } : {}) })
    return all
  })
  return { text: result, left }
}
