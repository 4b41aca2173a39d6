import type { AskedComplaint, CitizenComplaint, CitizenComplaintLine, CitizenEvent, StaffComplaint, StaffComplaintLine, StaffEvent } from '@shared/complaints/complaint'
import { allowedActions, citizenSentence, citizenState, type CaseRole } from '@shared/complaints/states'
import { daysLeft, isOverdue } from '@shared/complaints/clock'
import type { ShownPhoto } from '../photos/service'
import type { ListedComplaint } from './lists'
import type { ComplaintRecord, EventRecord, Whole } from './record'
import { dayOf, factsAt, type StepTime } from './steps/step'

/** Photos by id; one that is missing was deleted. */
export type Photos = ReadonlyMap<string, ShownPhoto>

const pick = (photos: Photos, ids: readonly string[]): ShownPhoto[] => ids.flatMap((id) => photos.get(id) ?? [])

/** The deadline that runs, with the working days left. */
function dueOf({ due }: Pick<ListedComplaint, 'due'>, { calendar, ...time }: Pick<StepTime, 'calendar' | 'at'>): { due?: string; left?: number } {
  if (due === undefined) return {}
  const left = daysLeft(calendar, dayOf(time), due)
  return { due, ...(left === undefined ? {} : { left }) }
}

function common(it: ComplaintRecord, photos: Photos, role: CaseRole, when: StepTime, account?: string) {
  const { id, receipt, kind, state, text, where, submittedAt, updatedAt, version, plan, refusal, closedAs, reopens, rating } = it
  return {
    id, receipt, kind, state, text, where, submittedAt, updatedAt, version, reopens, photos: pick(photos, it.photos), published: it.publishedAt !== undefined,
    actions: allowedActions(state, role, factsAt(it, when, account)),
    ...dueOf(it, when),
    ...(plan ? { plan } : {}), ...(refusal ? { refusal } : {}), ...(closedAs ? { closedAs } : {}), ...(rating ? { rating } : {}),
  }
}

function seenEvent(it: EventRecord, photos: Photos): CitizenEvent {
  const { number, at, action, state, by, text, office } = it
  return { number, at, action, state, by, sentence: citizenSentence(action), ...(text ? { text } : {}), ...(office ? { office } : {}), photos: pick(photos, it.photos) }
}

/** A complaint as its citizen may see it: no internal event, no note, no contact, no staff name. */
export function citizenView({ complaint, events }: Whole, photos: Photos, when: StepTime): CitizenComplaint {
  return {
    ...common(complaint, photos, 'citizen', when),
    state: citizenState(complaint.state),
    events: events.filter((it) => it.visibility === 'citizen').map((it) => ({ ...seenEvent(it, photos), state: citizenState(it.state) })),
    hasContact: complaint.contact !== undefined,
    showName: complaint.showName,
  }
}

function audited(it: EventRecord, photos: Photos): StaffEvent {
  const { visibility, byName, byRole, note, mentions } = it
  return { ...seenEvent(it, photos), visibility, byName, byRole, ...(note ? { note } : {}), ...(mentions ? { mentions } : {}) }
}

/** A complaint as staff see it. */
export function staffView({ complaint, events }: Whole, photos: Photos, role: CaseRole, when: StepTime, account: string): StaffComplaint {
  const { office, helping, decision, extension, channel, contact, name, textReview, publicText } = complaint
  return {
    ...common(complaint, photos, role, when, account),
    callback: complaint.callback === 'open',
    followers: complaint.followers,
    ...(complaint.mergedInto ? { mergedInto: complaint.mergedInto } : {}),
    helping,
    channel,
    ...(decision ? { decision } : {}),
    events: events.map((it) => audited(it, photos)),
    ...(office ? { office } : {}),
    hasContact: contact !== undefined,
    ...(name ? { name } : {}),
    ...(extension ? { extension } : {}),
    textReview,
    ...(publicText ? { publicText } : {}),
  }
}

/** A line of the citizen's list. */
export function citizenLine({ id, receipt, kind, state, excerpt, submittedAt, updatedAt }: Omit<ListedComplaint, 'order'>): CitizenComplaintLine {
  return { id, receipt, kind, state: citizenState(state), text: excerpt, submittedAt, updatedAt }
}

/** A complaint that waits for its citizen. */
export function askedView({ complaint, events }: Whole, when: StepTime): AskedComplaint {
  const { id, receipt, kind, excerpt } = complaint
  const question = events.filter(({ action, visibility }) => action === 'ask' && visibility === 'citizen').pop()?.text
  return { id, receipt, kind, text: excerpt, ...(question ? { question } : {}), ...dueOf(complaint, when) }
}

/** A line of the staff's queue. */
export function staffLine(it: ComplaintRecord, when: Pick<StepTime, 'calendar' | 'at'>, account: string): StaffComplaintLine {
  const { office, textReview, version, additionAt } = it
  return {
    ...citizenLine(it), state: it.state, ...(office ? { office } : {}), ...dueOf(it, when), overdue: isOverdue(it, dayOf(when)), textReview, version,
    ...(additionAt ? { additionAt } : {}), mine: it.handledBy === account,
  }
}
