import type { StaffActBody } from '@shared/complaints/acts'
import { deadlineOf, dueAfter, resumed } from '@shared/complaints/clock'
import { declineWords, extensionWords, planWords } from '@shared/complaints/codes'
import { complaintKinds } from '@shared/complaints/kinds'
import { mayEver, type CaseRole } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'
import type { Staff } from '../../platform/actor'
import type { ComplaintRecord, EventRecord } from '../record'
import { checkPublication, publicTextOf } from './publication'
import { dayOf, reopened, requireStep, requireVersion, takeStep, type Doer, type Step, type StepTime } from './step'

/** An action that concerns one complaint only; merging concerns two: merge.ts. */
export type OneStep = Exclude<StaffActBody, { action: 'merge' }>

/** What a step needs to know from outside. */
export interface StepContext extends StepTime {
  readonly staff: Staff
  /** Names of the centre's offices by id. */
  readonly offices: ReadonlyMap<string, string>
  /** The centre's own telephones, which may be published. */
  readonly openNumbers: readonly string[]
}

/** How events name a member of staff. */
export const doerOf = ({ id, name, role }: Pick<Staff, 'id' | 'name' | 'role'>): Doer => ({ by: 'centre', byId: id, byName: name, byRole: role })

const blank = (text: string | undefined) => (text ? { text } : {})
const remark = (note: string | undefined) => (note ? { note } : {})

/** As whom a member of staff acts on a complaint: an office that only helps may do less than the one that leads. */
export function roleIn(it: ComplaintRecord, { role, office }: Pick<Staff, 'role' | 'office'>): CaseRole {
  return role === 'office' && it.office !== office ? 'helper' : role
}

/** Days that a form names: a decision was taken, a plan is to come, more time is wanted. */
function checkDays(it: ComplaintRecord, body: StaffActBody, today: string): void {
  const real = (day: string) => {
    const instant = Date.parse(`${day}T00:00:00.000Z`)
    return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === day
  }
  const wrong = (field: string, sentence: string) => new ServiceError('invalid-request', { fields: { [field]: sentence } })
  if (body.action === 'decide' && (!real(body.date) || body.date > today)) throw wrong('date', '应为今天或以前的日期')
  if (body.action === 'plan' && (!real(body.due) || body.due < today)) throw wrong('due', '应为今天或以后的日期')
  if (body.action === 'extend' && (!real(body.due) || body.due <= (deadlineOf(it)?.day ?? today))) throw wrong('due', '应晚于现在的期限')
}

/** What an action changes beside the state. */
function changes(it: ComplaintRecord, body: OneStep, context: StepContext): Partial<ComplaintRecord> {
  const { staff, offices, calendar, limits, at } = context
  const today = dayOf(context)
  const answered = { answeredAt: it.answeredAt ?? at }
  const notAsked = { before: undefined, askedOn: undefined, askedUntil: undefined }
  switch (body.action) {
    case 'decline': return { ...answered, refusal: { reason: body.reason, ...(body.reason === 'notOurs' && body.responsible ? { responsible: body.responsible } : {}) } }
    case 'pass':
      for (const office of [body.office, ...body.helping]) if (!offices.has(office)) throw new ServiceError('office-unknown')
      return { office: body.office, helping: [...new Set(body.helping)].filter((office) => office !== body.office), kind: body.kind ?? it.kind }
    case 'note':
      for (const office of body.mentions) if (!offices.has(office)) throw new ServiceError('office-unknown')
      return {}
    case 'return': return { office: undefined, helping: [] }
    case 'ask': return { before: it.state, askedOn: today, askedUntil: dueAfter(calendar, today, limits.ask) }
    case 'refer': return { before: it.state }
    case 'resume': return resumed(calendar, it, today)
    case 'decide': return { before: undefined, decision: { text: body.note, date: body.date, by: body.by } }
    case 'plan': return { ...answered, plan: { text: body.text, due: body.due } }
    // Who has been answered before is told of the result within the time of an answer.
    case 'rectify': return it.answeredAt ? { answerFrom: today, answerBy: dueAfter(calendar, today, limits.answer) } : {}
    case 'answer': return { ...answered, ...notAsked, answeredBy: staff.id, rating: undefined }
    case 'callBack': return { callback: 'done' }
    case 'close': return { ...notAsked, closedAs: body.closing }
    case 'reopen': return reopened(it, context)
    case 'extend': return { extension: { due: body.due, reason: body.text, by: staff.name } }
    case 'grant': return { extension: undefined, ...(it.state === 'rectifying' && it.plan ? { plan: { ...it.plan, due: it.extension?.due ?? it.plan.due } } : { answerBy: it.extension?.due }) }
    case 'refuse': return { extension: undefined }
    case 'publish': return { publicText: publicTextOf(it, body), publishedAt: at }
    case 'unpublish': return { publicText: undefined, publishedAt: undefined }
    default: return {}
  }
}

/** What of the action goes into the event; `helping` are the offices that help after it. */
function content(it: ComplaintRecord, body: OneStep, offices: ReadonlyMap<string, string>, helping: readonly string[]): Partial<EventRecord> {
  switch (body.action) {
    case 'decline': return { text: declineWords(body.reason, body.responsible, body.text) }
    case 'note': return { note: body.text, ...(body.mentions.length > 0 ? { mentions: [...new Set(body.mentions)] } : {}) }
    case 'pass': {
      const names = helping.map((office) => offices.get(office)).join('、')
      const kinds = body.kind && body.kind !== it.kind ? `类别：${complaintKinds[it.kind]} → ${complaintKinds[body.kind]}` : ''
      return { office: offices.get(body.office), ...remark([names ? `协办：${names}` : '', kinds, body.note ?? ''].filter(Boolean).join('\n')) }
    }
    case 'extend': return { note: extensionWords(body.text, body.due) }
    case 'grant': return it.extension ? { text: extensionWords(it.extension.reason, it.extension.due) } : {}
    case 'return': case 'refer': case 'resume': case 'refuse': return remark(body.note)
    case 'decide': return { note: `${body.by}，${body.date}：${body.note}` }
    case 'plan': return { text: planWords(body.text, body.due) }
    case 'rectify': return { text: body.text, photos: body.photos }
    case 'publish': return { text: body.answer }
    case 'investigate': case 'unpublish': return {}
    default: return blank(body.text)
  }
}

/**
 * Decides a step by the state table; pure.
 * @throws ServiceError `not-allowed` when the role never does this, `version-conflict` when others were faster,
 *   `action-not-possible` in this state, `office-unknown`, `invalid-request` for a day that cannot be,
 *   `personal-data` in what is to be published
 */
export function decideStep(it: ComplaintRecord, body: OneStep, context: StepContext): Step {
  const { staff, offices } = context
  const role = roleIn(it, staff)
  if (!mayEver(body.action, role)) throw new ServiceError('not-allowed')
  requireVersion(it, body.expectedVersion)
  requireStep(it, body.action, role, context, staff.id)
  checkDays(it, body, dayOf(context))
  if (body.action === 'publish') checkPublication(it, body, context.openNumbers)
  const changed = changes(it, body, context)
  return takeStep(it, body.action, role, context, {
    // Whoever acts has read the text; a note alone does not say so.
    changes: { ...changed, additionAt: undefined, handledBy: staff.id, textReview: body.action === 'note' ? it.textReview : false },
    event: content(it, body, offices, changed.helping ?? it.helping),
    doer: doerOf(staff),
  })
}
