import { mostUnread, type Message } from '@shared/messages/message'
import type { Staff } from '../platform/actor'
import type { Clock } from '../platform/clock'
import { fromCursor, toCursor } from '../platform/cursor'
import { boxOf } from './entries'
import type { ReadingStore } from './reading'
import { shownMessage, type MessageStore, type StoredMessage } from './store'

/** The inbox that staff of a desk, an office or a rank share; each has read of it what they have read. */
export interface StaffInbox {
  list(staff: Staff, cursor: string | undefined): Promise<{ messages: Message[]; cursor?: string }>
  /** How many are unread, `mostUnread` at most. */
  unread(staff: Staff): Promise<number>
  read(staff: Staff, id: string): Promise<void>
  /** Everything up to this message is read. */
  readUpTo(staff: Staff, id: string): Promise<void>
}

const pageSize = 30

/** The staff's inbox over its stores. */
export function createStaffInbox({ store, reading, now }: { store: MessageStore; reading: ReadingStore; now: Clock }): StaffInbox {
  /** Messages, newest first, with what this reader has read; what they did themselves is no news to them. */
  async function marked({ centre, id: account }: Staff, messages: readonly StoredMessage[], upTo: string | undefined): Promise<Message[]> {
    const [newest, oldest] = [messages[0]?.id, messages[messages.length - 1]?.id]
    const read = newest && oldest ? await reading.between(centre, account, oldest, newest) : new Set<string>()
    return messages.map((it) => ({ ...shownMessage(it), read: it.by === account || (upTo !== undefined && it.id <= upTo) || read.has(it.id) }))
  }

  return {
    async list(staff, cursor) {
      const box = boxOf(staff)
      if (!box) return { messages: [] }
      const [found, upTo] = await Promise.all([store.page(staff.centre, box, fromCursor(cursor), pageSize), reading.upTo(staff.centre, staff.id)])
      const last = found[found.length - 1]
      return { messages: await marked(staff, found, upTo), ...(found.length === pageSize && last ? { cursor: toCursor(last.id) } : {}) }
    },
    async unread(staff) {
      const box = boxOf(staff)
      if (!box) return 0
      const upTo = await reading.upTo(staff.centre, staff.id)
      const newer = await store.since(staff.centre, box, upTo, mostUnread)
      return (await marked(staff, newer, upTo)).filter(({ read }) => !read).length
    },
    read: (staff, id) => reading.mark(staff.centre, staff.id, id, now()),
    readUpTo: (staff, id) => reading.markUpTo(staff.centre, staff.id, id),
  }
}
