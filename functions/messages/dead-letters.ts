import { ServiceError } from '@shared/errors/service-error'
import { failureWords } from '@shared/messages/failures'
import type { DeadLetter } from '@shared/messages/message'
import type { Audit } from '../audit/service'
import type { Staff } from '../platform/actor'
import type { Clock } from '../platform/clock'
import { fromCursor, toCursor } from '../platform/cursor'
import type { DeliveryStore } from './deliveries'

/** Messages that WeChat did not take in any attempt; the inbox has them all the same. */
export interface DeadLetters {
  list(centre: string, cursor: string | undefined): Promise<{ deadLetters: DeadLetter[]; cursor?: string }>
  /** Has one sent again by the next run of the clock, or all; how many. Written down first. @throws ServiceError `not-found` when it is not there any more */
  resend(staff: Pick<Staff, 'centre' | 'id'>, id: string | undefined): Promise<number>
}

const pageSize = 50

/** Dead letters over the deliveries. */
export function createDeadLetters(deliveries: DeliveryStore, now: Clock, audit: Audit): DeadLetters {
  return {
    async list(centre, cursor) {
      const found = await deliveries.dead(centre, { before: fromCursor(cursor), limit: pageSize })
      const last = found[found.length - 1]
      return {
        deadLetters: found.map((it) => ({ id: toCursor(it.deliveryOrder), at: it.deliveryOrder.split('#')[0]!, title: it.title, attempts: it.attempts, reason: failureWords(it.errcode) })),
        ...(found.length === pageSize && last ? { cursor: toCursor(last.deliveryOrder) } : {}),
      }
    },
    async resend({ centre, id: by }, id) {
      if (id !== undefined) {
        const [it] = await deliveries.dead(centre, { id: fromCursor(id), limit: 1 })
        if (!it) throw new ServiceError('not-found')
        await audit.note(centre, { by, action: 'message-resend', detail: it.title })
        if (!(await deliveries.revive(centre, it, now()))) throw new ServiceError('not-found')
        return 1
      }
      await audit.note(centre, { by, action: 'message-resend', detail: '全部' })
      let count = 0
      let before: string | undefined
      for (;;) {
        const found = await deliveries.dead(centre, { before, limit: pageSize })
        if (found.length === 0) return count
        count += (await Promise.all(found.map((it) => deliveries.revive(centre, it, now())))).filter(Boolean).length
        before = found[found.length - 1]!.deliveryOrder
      }
    },
  }
}
