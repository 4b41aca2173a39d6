import type { Where } from '@shared/complaints/complaint'
import { ServiceError } from '@shared/errors/service-error'
import type { CentreService } from '../centre/service'
import type { ItemService } from '../items/service'
import type { Citizen } from '../platform/actor'
import type { Core } from '../platform/core'
import { errorFields } from '../platform/log'
import type { Wechat } from '../platform/wechat/client'
import { knownItem } from './known-item'

/** What happens to a citizen's words before they are stored. */
export interface Submission {
  /**
   * The automatic check of a text. True: a person must read it first, because WeChat was unsure, did not answer, or cannot be asked (no openid).
   * @throws ServiceError `text-risky`
   */
  needsReview(citizen: Citizen, text: string): Promise<boolean>
  /** @throws ServiceError `invalid-request` when the centre has no such item, area or window; an item that was taken down is one still */
  checkWhere(centre: string, where: Where): Promise<void>
}

/** The checks on the way in. */
export function createSubmission({ core, centres, items, wechat }: { core: Core; centres: CentreService; items: Pick<ItemService, 'get'>; wechat: Wechat }): Submission {
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
      const { item, area, window } = where
      const [data, named] = await Promise.all([area || window ? centres.get(centre) : undefined, item ? knownItem(items, centre, item) : undefined])
      const fields = {
        ...(item && !named ? { 'where.item': '没有这个事项，请移除或另选一个' } : {}),
        ...(area && !data?.areas.some(({ id }) => id === area) ? { 'where.area': '没有这个综合办理区' } : {}),
        ...(window && !data?.windows.some(({ id }) => id === window) ? { 'where.window': '没有这个窗口' } : {}),
      }
      if (Object.keys(fields).length > 0) throw new ServiceError('invalid-request', { fields })
    },
  }
}
