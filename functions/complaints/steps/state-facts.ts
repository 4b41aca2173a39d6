import { deadlineOf } from '@shared/complaints/clock'
import type { Facts } from '@shared/complaints/states'
import type { ComplaintRecord } from '../record'

/** What the facts depend on beside the complaint: the day, how often a citizen may have it taken up again, and which account acts. */
export interface FactContext {
  readonly today: string
  readonly maxReopens: number
  readonly account?: string | undefined
}

/** What of a complaint the state table asks for. */
export function factsOf(it: ComplaintRecord, { today, maxReopens, account }: FactContext): Facts {
  const { publishedAt, askedUntil, extension, rating, callback, closedAs, answeredBy } = it
  const over = closedAs === 'withdrawn' || closedAs === 'duplicate'
  const deadline = deadlineOf(it)
  return {
    published: publishedAt !== undefined,
    askExpired: askedUntil !== undefined && askedUntil !== 'unknown' && askedUntil < today,
    extendable: extension === undefined && deadline !== undefined && deadline.day !== 'unknown' && deadline.day >= today,
    extensionAsked: extension !== undefined,
    rateable: rating === undefined && !over,
    callbackOpen: callback === 'open' && account !== undefined && account !== answeredBy,
    noCallback: callback !== 'open',
    reopenable: it.citizenReopens < maxReopens && !over,
  }
}
