import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import { ttlAt } from '../platform/dynamo'
import { errorFields } from '../platform/log'
import type { PhotoStore } from '../platform/photo-store'
import type { Suggestion, Wechat } from '../platform/wechat/client'
import { pictureKey, shownVersion } from './record'
import type { PhotoTable } from './store'

/** The automatic check of photos: ordered from WeChat, whose verdict is pushed later and may never come. */
export interface PhotoChecks {
  /** Orders the check of a photo that is attached and whose picture has been made. A failure only waits for the sweep. */
  order(centre: string, id: string): Promise<void>
  /** WeChat's verdict came. It may come before the order's answer was stored: whoever is second applies it. */
  verdict(centre: string, trace: string, suggest: Suggestion): Promise<void>
  /** Sends photos whose verdict did not come in time to a person; gives how many. */
  sweep(centre: string): Promise<number>
}

const fetchSeconds = 3600
const traceMs = 86_400_000

/** The photos' automatic check; `openidOf` gives WeChat's id of a citizen. */
export function createPhotoChecks(deps: {
  core: Core; table: PhotoTable; store: PhotoStore; wechat: Wechat; openidOf: (centre: string, citizen: string) => Promise<string | undefined>
}): PhotoChecks {
  const { core: { now, log }, table, store, wechat, openidOf } = deps

  async function apply(centre: string, id: string, suggest: Suggestion): Promise<void> {
    if (await table.move(centre, id, ['checking', 'expired'], suggest)) log.info('PHOTO_VERDICT', { centre, photo: id, verdict: suggest })
  }

  return {
    async order(centre, id) {
      const photo = await table.get(centre, id)
      const version = photo && shownVersion(photo)
      if (!photo || version === undefined || photo.state !== 'checking' || photo.trace) return
      const openid = photo.citizen && await openidOf(centre, photo.citizen)
      if (!openid) return
      try {
        const trace = await wechat.orderPhotoCheck(openid, await store.viewUrl(pictureKey(centre, id, version, 'full'), fetchSeconds))
        await table.setTrace(centre, id, trace)
        const known = await table.trace(centre, trace, { photo: id }, ttlAt(now() + traceMs))
        if (known.suggest) await apply(centre, id, known.suggest)
      } catch (error) {
        log.warn('PHOTO_CHECK_FAILED', { centre, photo: id, ...errorFields(error) })
      }
    },
    async verdict(centre, trace, suggest) {
      const known = await table.trace(centre, trace, { suggest }, ttlAt(now() + traceMs))
      if (known.photo) await apply(centre, known.photo, suggest)
    },
    async sweep(centre) {
      const late = await table.overdue(centre, isoInstant(now()))
      for (const id of late) {
        if (await table.move(centre, id, ['checking'], 'expired')) log.warn('PHOTO_EXPIRED', { centre, photo: id })
      }
      return late.length
    },
  }
}
