import { addDays, addWorkingDays, isWorkingDay, type Calendar } from '../calendar/calendar'
import { ServiceError } from '../errors/service-error'
import { openStates, type ComplaintState } from './states'

/** A day by which something is due, or `unknown`: the calendar does not reach so far, so staff must complete it. */
export type Due = string

/** What is due: that the centre takes it on, answers first, has put it right; or that the citizen supplements. */
export type DueKind = 'accept' | 'answer' | 'rectify' | 'supplement'

/** The deadlines of a complaint. */
export interface Timed {
  readonly state: ComplaintState
  readonly acceptBy?: Due | undefined
  readonly answerBy?: Due | undefined
  /** Day on which the citizen was asked, since when the clock stands still, and until when the answer is waited for. */
  readonly askedOn?: string | undefined
  readonly askedUntil?: Due | undefined
  readonly plan?: { readonly text: string; readonly due: Due } | undefined
  /** State from which it was asked. */
  readonly before?: ComplaintState | undefined
}

/** The deadline that runs. */
export interface Deadline {
  readonly kind: DueKind
  readonly day: Due
}

const answering: readonly ComplaintState[] = ['accepted', 'passed', 'returned', 'investigating', 'referred', 'rectified', 'reopened']

/** The one deadline that runs in a state; none when the centre owes nothing. */
export function deadlineOf({ state, acceptBy, answerBy, askedUntil, plan }: Timed): Deadline | undefined {
  const of = (kind: DueKind, day: Due | undefined) => (day === undefined ? undefined : { kind, day })
  if (state === 'submitted') return of('accept', acceptBy) ?? of('answer', answerBy)
  if (state === 'asked') return of('supplement', askedUntil)
  if (state === 'rectifying') return of('rectify', plan?.due)
  return answering.includes(state) ? of('answer', answerBy) : undefined
}

/** Runs a count over the calendar; gives `otherwise` when the calendar does not reach so far. */
export function covered<T, U>(count: () => T, otherwise: U): T | U {
  try {
    return count()
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'calendar-not-covered') return otherwise
    throw error
  }
}

/** The working day on which `days` working days after `from` have passed, or `unknown`. */
export function dueAfter(calendar: Calendar, from: Due, days: number): Due {
  return from === 'unknown' ? from : covered(() => addWorkingDays(calendar, from, days), 'unknown')
}

/** How many working days lie after `from` up to and including `to`. @throws ServiceError `calendar-not-covered` */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

/** Working days left from `today` until something is due: 0 on the day itself, negative when it is overdue; undefined when the calendar cannot say. */
export function daysLeft(calendar: Calendar, today: string, due: Due): number | undefined {
  if (due === 'unknown') return undefined
  return covered(() => (due >= today ? workingDaysBetween(calendar, today, due) : -workingDaysBetween(calendar, due, today)), undefined)
}

/** The deadlines after the citizen was waited for until `today`: the one that stood still is moved by the working days that passed. */
export function resumed(calendar: Calendar, it: Timed, today: string): Pick<Timed, 'answerBy' | 'plan' | 'askedOn' | 'askedUntil' | 'before'> {
  const still = { askedOn: undefined, askedUntil: undefined, before: undefined }
  const { askedOn, before, answerBy, plan } = it
  if (askedOn === undefined) return { ...still, answerBy, plan }
  const stood = covered(() => workingDaysBetween(calendar, askedOn, today), undefined)
  const moved = (due: Due): Due => (stood === undefined ? 'unknown' : dueAfter(calendar, due, stood))
  if (before === 'rectifying') return { ...still, answerBy, plan: plan && { ...plan, due: moved(plan.due) } }
  return { ...still, answerBy: answerBy && moved(answerBy), plan }
}

/** Whether the centre should have acted before `today`; while the citizen is waited for it is not the centre that is late. */
export function isOverdue({ state, due }: { readonly state: ComplaintState; readonly due?: Due | undefined }, today: string): boolean {
  return due !== undefined && due !== 'unknown' && due < today && openStates.includes(state) && state !== 'asked'
}

/** What the clock does by itself: a reminder the working day before, to the chief when overdue, to the leader when overdue by some days; the wait for the citizen is over. */
export type Mark = 'remind' | 'overdue' | 'escalate' | 'lapse'

/** A mark and the day from which it is to be made. */
export interface PlannedMark {
  readonly mark: Mark
  readonly on: string
}

/** The last working day before another. @throws ServiceError `calendar-not-covered` */
function workingDayBefore(calendar: Calendar, day: string): string {
  let at = addDays(day, -1)
  while (!isWorkingDay(calendar, at)) at = addDays(at, -1)
  return at
}

/** Name under which a complaint remembers that a mark was made; another deadline is marked anew. */
export const markName = (mark: Mark, { kind, day }: Deadline): string => `${mark}:${kind}:${day}`

/**
 * The next mark of a deadline that was not made yet. Of a deadline of one day nobody is reminded, and of one that has passed neither.
 * @param made names of the marks made so far
 * @param escalateAfter working days overdue after which the leader is told
 */
export function nextMark(calendar: Calendar, deadline: Deadline | undefined, made: readonly string[], today: string, escalateAfter: number): PlannedMark | undefined {
  if (!deadline || deadline.day === 'unknown') return undefined
  const { kind, day } = deadline
  const marks: PlannedMark[] = kind === 'supplement' ? [{ mark: 'lapse', on: addDays(day, 1) }] : [
    ...(kind === 'accept' || day < today ? [] : covered<PlannedMark[], PlannedMark[]>(() => [{ mark: 'remind', on: workingDayBefore(calendar, day) }], [])),
    { mark: 'overdue', on: addDays(day, 1) },
    ...covered<PlannedMark[], PlannedMark[]>(() => [{ mark: 'escalate', on: addWorkingDays(calendar, day, escalateAfter) }], []),
  ]
  return marks.find(({ mark }) => !made.includes(markName(mark, deadline)))
}
