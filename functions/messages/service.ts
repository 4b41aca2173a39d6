import { ServiceError } from '@shared/errors/service-error'
import type { Message } from '@shared/messages/message'
import type { Audit } from '../audit/service'
import type { TransactItem } from '../photos/service'
import type { Core } from '../platform/core'
import { fromCursor, toCursor } from '../platform/cursor'
import type { Wechat } from '../platform/wechat/client'
import { createDeadLetters, type DeadLetters } from './dead-letters'
import { createDeliveryStore, type DeliveryKey } from './deliveries'
import { boxKey, createMessageStore, justAfter, shownMessage } from './store'
import { entriesOf, type Entry } from './entries'
import type { CaseNews } from './news'
import { createReadingStore } from './reading'
import { createAttempt } from './sending'
import { createStaffInbox, type StaffInbox } from './staff-inbox'

export type { CaseNews, NewsFollower } from './news'

/** A subscribe message that waits to be sent, and how often that was tried. */
export interface Waiting {
  readonly key: DeliveryKey
  readonly attempts: number
}

/** Inboxes of citizens (消息) and staff, and what WeChat is to send along. */
export interface MessageService {
  list(centre: string, citizen: string, cursor: string | undefined): Promise<{ messages: Message[]; unread: number; cursor?: string }>
  /** @throws ServiceError `not-found` */
  read(centre: string, citizen: string, id: string): Promise<void>
  /** Marks a message and those older than it as read, 50 at most looked at; `upTo` when there may be more, from which to go on. Again does no harm. */
  readUpTo(centre: string, citizen: string, id: string): Promise<{ upTo?: string }>
  all(centre: string, citizen: string): Promise<Message[]>
  /** Deletes what was told to a citizen and what was to be sent. */
  removeAll(centre: string, citizen: string): Promise<void>
  readonly staff: StaffInbox
  readonly deadLetters: DeadLetters
  /** Tells everybody whom the table of messages names of an event, and gives what WeChat is now to send; told again, nothing happens again. */
  tell(news: CaseNews): Promise<readonly Waiting[]>
  /** Tries each once, for half a minute at most, and leaves the others for `sendDue`; how many attempts were made. */
  send(waiting: readonly Waiting[]): Promise<number>
  /** As `send`, with what is due in some centres. */
  sendDue(centres: readonly string[]): Promise<number>
}

const pageSize = 30
/** Messages that are looked at, and at most marked, in one request. */
const markedAtOnce = 50
/** Subscribe messages that are under way at once. */
const atOnce = 8
/** The stream's attempts end in this time; until then nobody else tries. */
const firstTryMs = 60_000
/** How long new attempts are begun; each takes some seconds at most, and the Lambdas have 60 s. */
const patienceMs = 25_000

/** What the messages need of the accounts. */
export interface Receivers {
  /** WeChat's id of a citizen; none for who does not use WeChat or is gone. */
  openidOf(centre: string, citizen: string): Promise<string | undefined>
  /** A condition for a transaction: the citizen is still there. */
  stillThere(centre: string, citizen: string): TransactItem
}

/** The messages' use cases. */
export function createMessageService({ core, wechat, receivers, audit }: { core: Core; wechat: Wechat; receivers: Receivers; audit: Audit }): MessageService {
  const { config, dynamo, now } = core
  const store = createMessageStore(dynamo, config.tables.messages)
  const deliveries = createDeliveryStore(dynamo, config.tables.messages)
  const attempt = createAttempt({ core, deliveries, wechat, openidOf: receivers.openidOf })

  async function send(waiting: readonly Waiting[]): Promise<number> {
    const began = Date.now()
    const left = [...waiting]
    let made = 0
    const worker = async () => {
      for (let next = left.shift(); next && Date.now() - began < patienceMs; next = left.shift()) {
        if ((await attempt(next.key, next.attempts)) !== 'skipped') made++
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    return made
  }

  /** Writes one entry; the delivery that now waits for its first attempt, if there is one. */
  async function enter({ box, message, wechat: sending }: Entry, { centre, complaint, at, byId }: CaseNews): Promise<DeliveryKey | undefined> {
    if ('staff' in box) {
      await store.add(centre, box, { ...message, ...(byId ? { by: byId } : {}) }, [])
      return undefined
    }
    const { citizen } = box
    const sends = sending !== undefined && config.wechat.progressTemplate !== '' && (await receivers.openidOf(centre, citizen)) !== undefined
    const delivery = sends ? [deliveries.put({ centre, citizen, complaint, message: message.id, at, title: message.title, ...sending }, now() + firstTryMs)] : []
    const added = await store.add(centre, box, message, [receivers.stillThere(centre, citizen), ...delivery])
    return added && sends ? { pk: boxKey(centre, box), sk: `wechat#${message.id}` } : undefined
  }

  return {
    async list(centre, citizen, cursor) {
      const messages = await store.page(centre, { citizen }, fromCursor(cursor), pageSize)
      const last = messages[messages.length - 1]
      const unread = messages.filter((it) => !it.read).length
      return { messages: messages.map(shownMessage), unread, ...(messages.length === pageSize && last ? { cursor: toCursor(last.id) } : {}) }
    },
    async read(centre, citizen, id) {
      if (!(await store.markRead(centre, { citizen }, id))) throw new ServiceError('not-found')
    },
    async readUpTo(centre, citizen, id) {
      const found = await store.page(centre, { citizen }, justAfter(id), markedAtOnce)
      // Each by itself and no mark for all of them: news of something earlier may come in late, and nobody has seen it then.
      await Promise.all(found.filter(({ read }) => !read).map((it) => store.markRead(centre, { citizen }, it.id)))
      const last = found[found.length - 1]
      return found.length === markedAtOnce && last ? { upTo: last.id } : {}
    },
    async all(centre, citizen) {
      const all: Message[] = []
      for (;;) {
        const page = await store.page(centre, { citizen }, all[all.length - 1]?.id, 100)
        if (page.length === 0) return all
        all.push(...page.map(shownMessage))
      }
    },
    removeAll: (centre, citizen) => store.removeAll(centre, { citizen }),
    staff: createStaffInbox({ store, reading: createReadingStore(dynamo, config.tables.messages), now }),
    deadLetters: createDeadLetters(deliveries, now, audit),
    async tell(news) {
      const waiting: Waiting[] = []
      for (const entry of entriesOf(news)) {
        const delivery = await enter(entry, news)
        if (delivery) waiting.push({ key: delivery, attempts: 0 })
      }
      return waiting
    },
    send,
    async sendDue(centres) {
      const due = await Promise.all(centres.map((centre) => deliveries.due(centre, now(), 500)))
      return send(due.flat().map((it) => ({ key: it, attempts: it.attempts })))
    },
  }
}
