import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { receiptOf } from '@shared/complaints/receipt'
import { ServiceError } from '@shared/errors/service-error'
import type { Clock } from '../platform/clock'
import { ttlAt } from '../platform/dynamo'
import type { Outcome } from './store'

/** Raises a complaint under the next receipt number of a day; `create` is asked again with the next one when another complaint has it. @throws ServiceError `unavailable` */
export type Numbered = (centre: string, day: string, create: (receipt: string) => Promise<Outcome>) => Promise<Outcome>

/** A day's counter is kept this long after its last number. */
const keepMs = 3 * 86_400_000
/** Numbers that are tried; each is given once, so one that is taken was given before the counter began anew. */
const attempts = 8

/**
 * Receipt numbers from a counter in the caches table: it is changed in place, which nothing in the complaints table may be. A number may be
 * lost, none is given twice. `former` gives the number that the day had reached where it was counted by an older version.
 */
export function createNumbering(client: DynamoDBDocumentClient, table: string, now: Clock, former: (centre: string, day: string) => Promise<number>): Numbered {
  async function add(centre: string, day: string, count: number): Promise<number> {
    const { Attributes } = await client.send(new UpdateCommand({
      TableName: table, Key: { pk: `${centre}#receipt-number#${day}` }, UpdateExpression: 'ADD #last :count SET #ttl = :ttl',
      ExpressionAttributeNames: { '#last': 'last', '#ttl': 'ttl' }, ExpressionAttributeValues: { ':count': count, ':ttl': ttlAt(now() + keepMs) }, ReturnValues: 'UPDATED_NEW',
    }))
    return v.parse(v.number(), Attributes?.last)
  }

  async function next(centre: string, day: string): Promise<number> {
    const number = await add(centre, day, 1)
    const before = number === 1 ? await former(centre, day) : 0
    return before > 0 ? add(centre, day, before) : number
  }

  return async (centre, day, create) => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const outcome = await create(receiptOf(day, await next(centre, day)))
      if (outcome !== 'number-taken') return outcome
    }
    throw new ServiceError('unavailable')
  }
}
