import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { chinaDay } from '@shared/calendar/calendar'
import { auditEvent, type AuditEvent } from '@shared/audit/audit'

/** The write of one event, for a transaction with what it speaks of. */
export interface AuditWrite {
  readonly Put: { readonly TableName: string; readonly Item: Record<string, unknown>; readonly ConditionExpression: string }
}

/** The audit table: a partition a day. It can be added to and read; no role holds any other action on it. */
export interface AuditStore {
  write(centre: string, event: AuditEvent): AuditWrite
  add(centre: string, event: AuditEvent): Promise<void>
  /** Events of a day in China's time, newest first, from beyond the sort key `from`. */
  day(centre: string, day: string, from: string | undefined, limit: number): Promise<AuditEvent[]>
}

/** Sort key of an event within its day. */
export const auditOrder = ({ at, id }: Pick<AuditEvent, 'at' | 'id'>): string => `${at}#${id}`

const stored = v.object(auditEvent.entries)

/** Access to the audit table. */
export function createAuditStore(client: DynamoDBDocumentClient, table: string): AuditStore {
  const write = (centre: string, event: AuditEvent): AuditWrite => ({
    Put: {
      TableName: table, Item: { pk: `${centre}#${chinaDay(Date.parse(event.at))}`, sk: auditOrder(event), ...event },
      // A second event of this id is refused, so that none is ever put in place of another.
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  })
  return {
    write,
    async add(centre, event) {
      await client.send(new PutCommand(write(centre, event).Put))
    },
    async day(centre, day, from, limit) {
      const { Items = [] } = await client.send(new QueryCommand({
        TableName: table, Limit: limit, ScanIndexForward: false, KeyConditionExpression: `pk = :pk${from ? ' AND sk < :from' : ''}`,
        ExpressionAttributeValues: { ':pk': `${centre}#${day}`, ...(from ? { ':from': from } : {}) },
      }))
      return Items.map((item) => v.parse(stored, item))
    },
  }
}
