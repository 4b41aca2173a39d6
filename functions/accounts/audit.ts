import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** Something that staff did or looked at and that is written down for good. */
export interface AuditEvent {
  readonly at: string
  /** Staff account. */
  readonly by: string
  readonly action: 'photo-black-out' | 'photo-uncover' | 'photo-original' | 'photo-verdict'
  readonly photo: string
  readonly complaint: string
}

/** The audit log of a centre; it can be added to, never changed. */
export interface Audit {
  note(centre: string, event: AuditEvent): Promise<void>
}

/** The audit log, in the accounts table beside what was done to the accounts (docs/runbook.md says how to read it). */
export function createAudit(client: DynamoDBDocumentClient, table: string): Audit {
  return {
    async note(centre, event) {
      const Item = { pk: `${centre}#staff-audit`, sk: `${event.at}#${event.by}#${event.action}#${event.photo}`, ...event }
      await client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
    },
  }
}
