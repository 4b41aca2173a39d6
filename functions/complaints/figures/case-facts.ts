import { chinaDay, type Calendar } from '@shared/calendar/calendar'
import { covered, workingDaysBetween } from '@shared/complaints/clock'
import type { CaseFacts } from '@shared/complaints/figures'
import type { ComplaintRecord, EventRecord, Whole } from '../record'

const dayOf = (at: string): string => chinaDay(Date.parse(at))

/** Working days on which the citizen was waited for, until the day `end`. @throws ServiceError `calendar-not-covered` */
function waited(calendar: Calendar, events: readonly EventRecord[], end: string): number {
  let days = 0
  let since: string | undefined
  for (const { state, at } of events) {
    const day = dayOf(at) < end ? dayOf(at) : end
    if (state === 'asked') since ??= day
    else if (since !== undefined) {
      days += workingDaysBetween(calendar, since, day)
      since = undefined
    }
  }
  return days
}

/** The first answer of all; records from before it was kept say of the due day only what nothing has changed since. */
function firstAnswer({ firstAnswer: kept, answerBy, reopens }: ComplaintRecord, events: readonly EventRecord[]): { at?: string | undefined; due?: string | undefined } {
  if (kept) return kept
  const given = events.find(({ action }) => action === 'answer' || action === 'plan' || action === 'decline')
  return given ? { at: given.at, due: reopens === 0 ? answerBy : 'unknown' } : { due: answerBy }
}

/** The events since it was last taken up again. */
const sinceReopened = (events: readonly EventRecord[]): EventRecord[] => events.slice(events.map(({ action }) => action).lastIndexOf('reopen') + 1)

/** When it was put right: with 整改完成, or by being closed so; nothing that was taken up again since, or ended otherwise. */
function putRight({ closedAs }: ComplaintRecord, events: readonly EventRecord[]): string | undefined {
  if (closedAs !== undefined && closedAs !== 'rectified') return undefined
  const since = sinceReopened(events)
  return (since.find(({ action }) => action === 'rectify') ?? since.find(({ action }) => closedAs && action === 'close'))?.at
}

/** What the figures need to know of a complaint, from the whole of it as it is now; the same events always give the same facts. */
export function caseFacts({ complaint: it, events }: Whole, calendar: Calendar): CaseFacts {
  const { id, version, kind, state, channel, submittedAt, reopens, office, closedAs, rating, due } = it
  const answer = firstAnswer(it, events)
  const accepted = events.find(({ action }) => action === 'accept')
  const closed = sinceReopened(events).find((event) => event.state === 'closed')
  const rectifiedAt = putRight(it, events)
  const { at } = answer
  const answerDays = at === undefined ? undefined
    : covered(() => workingDaysBetween(calendar, dayOf(submittedAt), dayOf(at)) - waited(calendar, events, dayOf(at)), undefined)
  return {
    id, version, kind, state, channel, submittedAt, reopens,
    ...(office ? { office } : {}), ...(closedAs ? { closedAs } : {}), ...(rating ? { rating } : {}), ...(due ? { due } : {}),
    ...(accepted ? { acceptedAt: accepted.at } : {}),
    ...(at === undefined ? {} : { answeredAt: at }), ...(answer.due ? { answerDue: answer.due } : {}), ...(answerDays === undefined ? {} : { answerDays }),
    ...(rectifiedAt ? { rectifiedAt } : {}), ...(closed ? { closedAt: closed.at } : {}),
  }
}
