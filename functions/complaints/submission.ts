import type { Where } from '@shared/complaints/complaint'
import { ServiceError } from '@shared/errors/service-error'
import type { CentreService } from '../centre/service'
import type { Citizen } from '../platform/actor'
import type { Core } from '../platform/core'
import { errorFields } from '../platform/log'
import type { Wechat } from '../platform/wechat/client'

/** What happens to a citizen's words before they are stored. */
export interface Submission {
  /**
   * The automatic check of a text. True: a person must read it first, because WeChat was unsure, did not answer, or cannot be asked (no openid).
   * @throws ServiceError `text-risky`
   */
  needsReview(citizen: Citizen, text: string): Promise<boolean>
  /** @throws ServiceError `invalid-request` when the centre has no such area or window */
  checkWhere(centre: string, where: Where): Promise<void>
}

/** The checks on the way in. */
export function createSubmission({ core, centres, wechat }: { core: Core; centres: CentreService; wechat: Wechat }): Submission {
  const { log } = core
  return {
    async needsReview(citizen, text) {
      if (!citizen.openid) return true
      try {
        const suggest = await wechat.checkText(citizen.openid, text)
        if (suggest === 'risky') throw new ServiceError('text-risky')
        return suggest === 'review'
      } catch (error) {
        if (error instanceof ServiceError) throw error
        log.warn('TEXT_CHECK_FAILED', { centre: citizen.centre, ...errorFields(error) })
        return true
      }
    },
    async checkWhere(centre, where) {
      if (!where.area && !where.window) return
      const { areas, windows } = await centres.get(centre)
      const fields = {
        ...(where.area && !areas.some((it) => it.id === where.area) ? { 'where.area': '没有这个综合办理区' } : {}),
        ...(where.window && !windows.some((it) => it.id === where.window) ? { 'where.window': '没有这个窗口' } : {}),
      }
      if (Object.keys(fields).length > 0) throw new ServiceError('invalid-request', { fields })
    },
  }
}
