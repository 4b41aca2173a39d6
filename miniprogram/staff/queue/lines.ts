import { addDays, chinaDay } from '@shared/calendar/calendar'
import type { StaffComplaint, StaffComplaintLine } from '@shared/complaints/complaint'
import { openStates } from '@shared/complaints/states'
import { queue } from '../../texts/staff/complaints'
import { daysSince, dayInWords } from '../../texts/when'

const dueKey = ({ due }: StaffComplaintLine) => (due === undefined ? '9999' : due === 'unknown' ? '0000' : due)

/** Whether one line comes before another: overdue ones first, then by the day they are due, then the older. */
function order(a: StaffComplaintLine, b: StaffComplaintLine): number {
  if (a.overdue !== b.overdue) return a.overdue ? -1 : 1
  const [dueA, dueB] = [dueKey(a), dueKey(b)]
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The first page in the order in which it is to be worked off. */
export const byUrgency = (lines: readonly StaffComplaintLine[]): StaffComplaintLine[] => [...lines].sort(order)

/** A further page below the first: what is on screen stays where it is, a complaint that comes twice stands once, in its newer form. */
export function merged(lines: readonly StaffComplaintLine[], page: readonly StaffComplaintLine[]): StaffComplaintLine[] {
  const newer = new Map(page.map((line) => [line.id, line]))
  const known = new Set(lines.map(({ id }) => id))
  return [...lines.map((line) => newer.get(line.id) ?? line), ...byUrgency(page.filter(({ id }) => !known.has(id)))]
}

/** The list after somebody acted: the line shows its new state and stays in its place until the list is fetched anew. */
export function withComplaint(lines: readonly StaffComplaintLine[], complaint: StaffComplaint, nowMs: number): StaffComplaintLine[] {
  const { id, state, office, due, left, textReview, updatedAt } = complaint
  return lines.map((line) => (line.id === id ? { ...line, state, office, due, left, textReview, updatedAt, overdue: isLate(complaint, nowMs) } : line))
}

/** Whether the day by which the centre was to act has passed; the server counts the working days and says the same of a line. */
function isLate({ state, due }: Pick<StaffComplaint, 'state' | 'due'>, nowMs: number): boolean {
  return openStates.includes(state) && state !== 'asked' && due !== undefined && due !== 'unknown' && due < chinaDay(nowMs)
}

/** What is said of the deadline; nothing when none runs. Working days are said when the server has counted them. */
export function dueWords(it: Pick<StaffComplaint, 'state' | 'due' | 'left'>, nowMs: number): { readonly words: string; readonly tone: 'bad' | 'warn' | 'plain' } | undefined {
  const { due, left } = it
  if (due === undefined || !openStates.includes(it.state)) return undefined
  if (due === 'unknown') return { words: queue.dueUnknown, tone: 'warn' }
  const today = chinaDay(nowMs)
  if (it.state === 'asked') return due < today ? { words: queue.waitOver, tone: 'warn' } : { words: queue.waits(dayInWords(due, today)), tone: 'plain' }
  if (isLate(it, nowMs)) return { words: left === undefined || left === 0 ? queue.overdue : queue.overdueBy(-left), tone: 'bad' }
  if (due <= today) return { words: queue.dueToday, tone: 'warn' }
  if (due === addDays(today, 1)) return { words: queue.dueTomorrow, tone: 'warn' }
  const day = dayInWords(due, today)
  return { words: left === undefined ? queue.dueOn(day) : queue.daysLeft(left, day), tone: 'plain' }
}

/** How long ago it was submitted, in calendar days of China. */
export const ageWords = (submittedAt: string, nowMs: number): string => {
  const days = daysSince(submittedAt, nowMs)
  return days === 0 ? queue.today : queue.daysAgo(days)
}

/** The line `step` lines from the chosen one; the first (or last) when none is chosen, and never beyond the ends. */
export function neighbour(lines: readonly StaffComplaintLine[], chosen: string | undefined, step: 1 | -1): string | undefined {
  if (lines.length === 0) return undefined
  const at = lines.findIndex(({ id }) => id === chosen)
  if (at < 0) return lines[step === 1 ? 0 : lines.length - 1].id
  return lines[Math.min(lines.length - 1, Math.max(0, at + step))].id
}
