import { hopelessCodes, refusedCode } from '@shared/messages/failures'
import type { Core } from '../platform/core'
import { WechatError } from '../platform/wechat/call'
import type { Wechat } from '../platform/wechat/client'
import type { DeliveryKey, DeliveryStore } from './deliveries'

/** How long after each attempt the next may come, ms; after the last the message is given up. */
const backoffMs: readonly number[] = [5, 15, 60, 240].map((minutes) => minutes * 60_000)
/** Attempts in all. */
export const maxAttempts = backoffMs.length + 1

/** When a delivery may be tried again that has now been tried `attempts` times; a process that died with its last attempt is followed by one more. */
export const nextAttemptAt = (attempts: number, now: number): number => now + (backoffMs[attempts - 1] ?? backoffMs[backoffMs.length - 1]!)

/** How an attempt ended: `later` will be tried again, `skipped` was somebody else's. */
export type Attempted = 'sent' | 'refused' | 'later' | 'dead' | 'skipped'

/** One attempt at a delivery that was tried `attempts` times before. */
export type Attempt = (key: DeliveryKey, attempts: number) => Promise<Attempted>

/**
 * Sends subscribe messages. Whoever tries claims the attempt first, so two processes never send at once; one that dies between
 * sending and noting it down is followed by a second attempt, which WeChat refuses for want of a second leave.
 */
export function createAttempt({ core, deliveries, wechat, openidOf }: {
  core: Core; deliveries: DeliveryStore; wechat: Wechat; openidOf: (centre: string, citizen: string) => Promise<string | undefined>
}): Attempt {
  const { config, now, log } = core

  return async (key, attempts) => {
    const it = await deliveries.claim(key, attempts, nextAttemptAt(attempts + 1, now()))
    if (!it) return 'skipped'
    const fields = { centre: it.centre, complaint: it.complaint, attempt: it.attempts }
    const openid = await openidOf(it.centre, it.citizen)
    if (!openid) {
      await deliveries.finish(key, 'refused')
      return 'refused'
    }
    try {
      await wechat.sendSubscribeMessage({ openid, template: config.wechat.progressTemplate, page: it.page, state: config.wechat.miniprogramState, data: it.data })
    } catch (error) {
      if (!(error instanceof WechatError)) throw error
      const { errcode } = error
      if (errcode === refusedCode) {
        await deliveries.finish(key, 'refused')
        log.info('SUBSCRIBE_REFUSED', fields)
        return 'refused'
      }
      log.info('WECHAT_ERROR', { ...fields, errcode })
      if (it.attempts < maxAttempts && !hopelessCodes.includes(errcode)) return 'later'
      await deliveries.giveUp(it, errcode, now())
      log.warn('DELIVERY_GIVEN_UP', { ...fields, errcode })
      return 'dead'
    }
    await deliveries.finish(key, 'sent')
    log.info('SUBSCRIBE_SENT', fields)
    return 'sent'
  }
}
