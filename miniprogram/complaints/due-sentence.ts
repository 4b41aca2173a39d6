import { chinaDay } from '@shared/calendar/calendar'
import { deadlineOf } from '@shared/complaints/clock'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import { texts } from '../texts'
import { dayInWords } from '../texts/when'

const words = texts.complaint

/** By when the centre has to act, or the citizen to answer, in a sentence; undefined when no day is set. */
export function dueSentence({ state, due, left }: Pick<CitizenComplaint, 'state' | 'due' | 'left'>, nowMs: number): string | undefined {
  if (!due || due === 'unknown') return undefined
  const kind = deadlineOf({ state, acceptBy: due, answerBy: due, askedUntil: due, plan: { text: '', due } })?.kind
  if (!kind) return undefined
  const today = chinaDay(nowMs)
  const day = due === today ? words.today : dayInWords(due, today)
  if (kind === 'supplement') return due < today ? words.askedLate(day) : words.askedUntil(day, left)
  return due < today ? words.dueLate(words.due[kind], day) : words.dueOn(words.due[kind], day, left)
}
