import type { AuditEvent, ShownAuditEvent } from '@shared/audit/audit'
import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import { fromCursor, toCursor } from '../platform/cursor'
import { newId } from '../platform/ids'
import { auditOrder, createAuditStore, type AuditWrite } from './store'

export type { AuditWrite } from './store'

/** What happened, before the log gives it its instant and its id. */
export type AuditNote = Omit<AuditEvent, 'id' | 'at'>

/** The audit log of a centre: it can be added to and read, never changed. */
export interface Audit {
  /** Writes an event. Whoever shows or does what it speaks of waits for it: what could not be written down is not done. */
  note(centre: string, note: AuditNote): Promise<void>
  /** The write of an event, for the transaction that does what it speaks of. */
  write(centre: string, note: AuditNote): AuditWrite
  /** Events of a day, newest first. */
  day(centre: string, day: string, page: { readonly cursor?: string; readonly limit: number }): Promise<{ events: AuditEvent[]; cursor?: string }>
}

/** The audit log over its table. */
export function createAudit({ config, dynamo, now, random }: Pick<Core, 'config' | 'dynamo' | 'now' | 'random'>): Audit {
  const store = createAuditStore(dynamo, config.tables.audit)
  const event = (note: AuditNote): AuditEvent => ({ id: newId(random), at: isoInstant(now()), ...note })
  return {
    note: (centre, note) => store.add(centre, event(note)),
    write: (centre, note) => store.write(centre, event(note)),
    async day(centre, day, { cursor, limit }) {
      const events = await store.day(centre, day, fromCursor(cursor), limit)
      const last = events[events.length - 1]
      return { events, ...(last && events.length === limit ? { cursor: toCursor(auditOrder(last)) } : {}) }
    },
  }
}

/** Events with the names of the accounts in them; accounts are never deleted, only disabled. */
export function named(events: readonly AuditEvent[], accounts: readonly { readonly id: string; readonly name: string }[]): ShownAuditEvent[] {
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  return events.map((it) => ({ ...it, byName: nameOf(it.by), ...(it.account ? { accountName: nameOf(it.account) } : {}) }))
}
