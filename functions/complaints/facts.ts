import { deadlineOf } from '@shared/complaints/clock'
import type { Facts } from '@shared/complaints/states'
import type { ComplaintRecord } from './record'

/** What of a complaint the state table asks for, on the day `today`. */
export function factsOf(it: ComplaintRecord, today: string): Facts {
  const { publishedAt, askedUntil, extension } = it
  const deadline = deadlineOf(it)
  return {
    published: publishedAt !== undefined,
    askExpired: askedUntil !== undefined && askedUntil !== 'unknown' && askedUntil < today,
    extendable: extension === undefined && deadline !== undefined && deadline.day !== 'unknown' && deadline.day >= today,
    extensionAsked: extension !== undefined,
  }
}
