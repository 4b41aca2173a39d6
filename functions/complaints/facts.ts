import type { Facts } from '@shared/complaints/states'
import type { ComplaintRecord } from './record'

/** What of a complaint the state table asks for, on the day `today`. */
export function factsOf({ publishedAt, askedUntil }: ComplaintRecord, today: string): Facts {
  return {
    published: publishedAt !== undefined,
    askExpired: askedUntil !== undefined && askedUntil < today,
  }
}
