import * as v from 'valibot'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffRole } from '@shared/accounts/roles'
import { chinaDay } from '@shared/calendar/calendar'
import { staffActBody, type StaffActBody } from '@shared/complaints/acts'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { declineWords, extensionWords, planWords, type Closing, type DeclineReason } from '@shared/complaints/codes'
import type { ComplaintKind } from '@shared/complaints/kinds'
import { allowedActions, complaintActions, findTransition, usualSteps, type ComplaintAction } from '@shared/complaints/states'
import { fieldProblems } from '@shared/errors/field-problems'
import type { FieldProblems } from '@shared/errors/service-error'
import type { SentPhoto } from '../../state/draft-photos'
import { act } from '../../texts/staff/complaints'
import { receiptFrom } from './receipt'
import { dayFrom } from './typed-day'

/** An action that staff can send. */
export type StaffAction = StaffActBody['action']

/** What the small form of an action asks for. */
export interface ActionForm {
  /** Name of the text in the request; none: no text. */
  readonly text?: 'text' | 'note'
  readonly required?: boolean
  readonly office?: boolean
  /** Reason code of a refusal, and who is responsible. */
  readonly refusal?: boolean
  /** Day of the decision and who decided. */
  readonly decision?: boolean
  /** Day by which it will have been put right. */
  readonly due?: boolean
  /** Receipt number of the complaint that is the same. */
  readonly into?: boolean
  /** How it is closed. */
  readonly closing?: boolean
  /** Question and answer for the public in place of one text. */
  readonly publish?: boolean
  /** Photos of what was put right. */
  readonly photos?: boolean
  /** Ready phrases are offered. */
  readonly phrases?: boolean
  /** Sent at once by its button: nothing to fill in, nothing that could not be put right. */
  readonly atOnce?: boolean
}

/** The form of each action. */
export const actionForms: Readonly<Record<StaffAction, ActionForm>> = {
  accept: { atOnce: true },
  decline: { text: 'text', required: true, phrases: true, refusal: true },
  pass: { text: 'note', office: true },
  return: { text: 'note', required: true },
  investigate: { atOnce: true },
  note: { text: 'text', required: true },
  ask: { text: 'text', required: true, phrases: true },
  resume: { text: 'note' },
  refer: { text: 'note', required: true },
  decide: { text: 'note', required: true, decision: true },
  plan: { text: 'text', required: true, due: true, phrases: true },
  answer: { text: 'text', required: true, phrases: true },
  rectify: { text: 'text', required: true, phrases: true, photos: true },
  close: { text: 'text', closing: true, phrases: true },
  callBack: { text: 'text', required: true, phrases: true },
  reopen: { text: 'text', required: true },
  extend: { text: 'text', required: true, due: true },
  grant: {},
  refuse: { text: 'note' },
  merge: { into: true },
  publish: { publish: true },
  unpublish: {},
}

/** What somebody has filled in. */
export interface ActionValues {
  readonly text: string
  readonly office?: string
  readonly helping: readonly string[]
  readonly reason?: DeclineReason
  readonly responsible: string
  readonly closing?: Closing
  /** A day as it was typed: of a decision, or by which something will have been put right. */
  readonly day: string
  readonly by: string
  readonly into: string
  readonly question: string
  readonly answer: string
  /** What was put right, for the public, and the photos of before and after. */
  readonly result: string
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Offices that a note speaks to. */
  readonly mentions: readonly string[]
  /** Words that looked personal and were judged to be none. */
  readonly harmless: readonly string[]
  /** Photos that the server has. */
  readonly photos: readonly SentPhoto[]
  /** Another kind than the citizen chose. */
  readonly kind?: ComplaintKind
}

/** The fields that are typed into, beside the text: what stands in them is kept as the text is. */
export const typedFields = ['responsible', 'day', 'by', 'into'] as const satisfies readonly (keyof ActionValues)[]

/** Nothing filled in. */
export const noValues: ActionValues = { text: '', helping: [], responsible: '', day: '', by: '', into: '', question: '', answer: '', mentions: [], result: '', before: [], after: [], harmless: [], photos: [] }

/** What a form begins with: a decision is mostly written down on its day, by the leader who took it. */
export function startOf(action: StaffAction, { name, role }: Pick<StaffAccount, 'name' | 'role'>, nowMs: number): ActionValues {
  return actionForms[action].decision ? { ...noValues, day: chinaDay(nowMs), by: role === 'leader' ? name : '' } : noValues
}

/** The request of a filled form; not yet checked. */
export function bodyOf(action: StaffAction, values: ActionValues, expectedVersion: number): Record<string, unknown> {
  const form = actionForms[action]
  const text = values.text.trim()
  const day = dayFrom(values.day)
  return {
    action,
    expectedVersion,
    ...(form.text && (form.required || text) ? { [form.text]: text } : {}),
    ...(action === 'note' && values.mentions.length > 0 ? { mentions: values.mentions } : {}),
    ...(form.office ? { office: values.office, helping: values.helping.filter((office) => office !== values.office), ...(values.kind ? { kind: values.kind } : {}) } : {}),
    ...(form.refusal ? { reason: values.reason, ...(values.reason === 'notOurs' ? { responsible: values.responsible } : {}) } : {}),
    ...(form.decision ? { date: day, by: values.by } : {}),
    ...(form.due ? { due: day } : {}),
    ...(form.into ? { into: receiptFrom(values.into) } : {}),
    ...(form.photos ? { photos: values.photos.map(({ id }) => id) } : {}),
    ...(form.closing ? { closing: values.closing } : {}),
    ...(form.publish ? { question: values.question, answer: values.answer, ...(values.result.trim() ? { result: values.result } : {}), ...(values.before.length > 0 ? { before: values.before } : {}), ...(values.after.length > 0 ? { after: values.after } : {}), confirmed: values.harmless } : {}),
  }
}

/** A filled form: the request, or sentences by field, the same that the server would give. */
export function checked(action: StaffAction, values: ActionValues, expectedVersion: number): { readonly body: StaffActBody } | { readonly problems: FieldProblems } {
  const parsed = v.safeParse(staffActBody, bodyOf(action, values, expectedVersion))
  if (parsed.success) return { body: parsed.output }
  const problems = fieldProblems(parsed.issues)
  return {
    problems: {
      ...problems,
      ...('office' in problems ? { office: act.officeMissing } : {}),
      ...('reason' in problems ? { reason: act.reasonMissing } : {}),
      ...('into' in problems ? { into: act.intoWrong } : {}),
      ...('closing' in problems ? { closing: act.closingMissing } : {}),
      ...('date' in problems ? { date: act.dayWrong } : {}),
      ...('due' in problems ? { due: act.dayWrong } : {}),
    },
  }
}

const grave: readonly ComplaintAction[] = ['decline', 'close', 'merge', 'unpublish']
const isStaffAction = (action: ComplaintAction): action is StaffAction => action in actionForms

/**
 * The buttons: what the state table gives this role and the server allows for this complaint. What is likeliest next comes first, then the
 * table's order, the internal note after what moves the complaint on, and what is hard to undo last.
 */
export function buttonsOf({ state, actions, published }: Pick<StaffComplaint, 'state' | 'actions' | 'published'>, role: StaffRole): StaffAction[] {
  const possible = allowedActions(state, role).filter(isStaffAction).filter((action) => actions.includes(action) && (action !== 'unpublish' || published))
  const first = usualSteps(state, possible)
  const rank = (action: StaffAction) => (first.includes(action) ? first.indexOf(action) - first.length : grave.includes(action) ? 2 : action === 'note' ? 1 : 0)
  return [...possible].sort((a, b) => rank(a) - rank(b))
}

/** Whether an action is among those that the button marks as hard to undo. */
export const isGrave = (action: StaffAction): boolean => grave.includes(action)

/** Whether what is filled in stays among staff, also where the citizen reads a sentence about the step. */
export const isInternal = (action: StaffAction): boolean => actionForms[action].text === 'note' || action === 'note' || action === 'extend' || action === 'merge'

/** What the citizen will read of an action: the state table's sentence with the text, empty as long as something is missing; nothing for what stays internal. */
export function citizenPreview(action: StaffAction, { state, extension }: Pick<StaffComplaint, 'state' | 'extension'>, role: StaffRole, { text, reason, responsible, day }: ActionValues): string | undefined {
  const sentence = findTransition(state, action, role)?.citizenSees
  if (sentence === undefined) return undefined
  const form = actionForms[action]
  const words = text.trim()
  if (!isInternal(action) && ((form.required && words === '') || (form.refusal && !reason) || (form.due && !dayFrom(day)))) return ''
  if (action === 'decline' && reason) return sentence + declineWords(reason, reason === 'notOurs' ? responsible.trim() : undefined, words)
  if (action === 'grant' && extension) return sentence + extensionWords(extension.reason, extension.due)
  if (action === 'plan') return sentence + planWords(words, dayFrom(day) ?? '')
  return sentence + (form.text === 'text' ? words : '')
}

/** The last answer given to the citizen, to begin a publication with. */
export function lastAnswer(complaint: Pick<StaffComplaint, 'events'>): string {
  const answers = complaint.events.filter((event) => event.action === 'answer' && event.text)
  return answers.reduce((last, event) => (event.number > last.number ? event : last), { number: 0, text: '' } as { number: number; text?: string }).text ?? ''
}

/** What was last put right, to begin a publication with. */
export function lastResult(complaint: Pick<StaffComplaint, 'events'>): string {
  const results = complaint.events.filter((event) => event.action === 'rectify' && event.text)
  return results.reduce((last, event) => (event.number > last.number ? event : last), { number: 0, text: '' } as { number: number; text?: string }).text ?? ''
}

/** The name on a button; publishing again brings what is public up to date. */
export const nameOf = (action: StaffAction, published: boolean): string => (action === 'publish' && published ? act.republish : complaintActions[action])
