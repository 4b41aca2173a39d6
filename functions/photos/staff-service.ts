import { may } from '@shared/accounts/permissions'
import { ServiceError } from '@shared/errors/service-error'
import { maxAreas, type PhotoArea } from '@shared/photos/photo'
import type { Audit, AuditNote } from '../audit/service'
import type { Staff } from '../platform/actor'
import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import type { PhotoStore } from '../platform/photo-store'
import { lastVersion, pictureKey, pictureState, type PhotoRecord } from './record'
import { viewSeconds } from './service'
import type { PhotoTable } from './store'

/** What staff do with one photo of a complaint. A photo of a complaint that they may not read is `not-found`, as if there were none. */
export interface StaffPhotos {
  /** A person's verdict. @throws ServiceError `not-found`, `action-not-possible` */
  judge(staff: Staff, id: string, verdict: 'pass' | 'risky'): Promise<void>
  /** Asks for areas to be black. @throws ServiceError `not-found`, `not-allowed`, `version-conflict`, `action-not-possible` */
  blackOut(staff: Staff, id: string, wish: { expectedVersion: number; areas: readonly PhotoArea[]; instead: boolean }): Promise<void>
  /** The photo without blacked-out parts, written down before it is handed out. @throws ServiceError `not-found`, `action-not-possible` */
  original(staff: Staff, id: string): Promise<{ url: string; areas: PhotoArea[] }>
  /** Another round of attempts to make the picture. @throws ServiceError `not-found`, `action-not-possible` */
  again(staff: Staff, id: string): Promise<void>
}

/** The staff's use cases of photos; `mayRead` says whether a member of staff may read a complaint: the rule of the complaints, not one of the photos' own. */
export function createStaffPhotos({ core: { now, log }, table, store, audit, mayRead }: {
  core: Core; table: PhotoTable; store: PhotoStore; audit: Audit; mayRead: (staff: Staff, complaint: string) => Promise<boolean>
}): StaffPhotos {
  /** The photo, if it belongs to a complaint that this member of staff may read; the only way to it. */
  async function attached(staff: Staff, id: string): Promise<PhotoRecord & { complaint: string }> {
    const photo = await table.get(staff.centre, id)
    if (!photo?.complaint || !(await mayRead(staff, photo.complaint))) throw new ServiceError('not-found')
    return { ...photo, complaint: photo.complaint }
  }

  const note = (staff: Staff, photo: { id: string; complaint: string }, action: AuditNote['action'], detail?: string) =>
    audit.note(staff.centre, { by: staff.id, action, photo: photo.id, complaint: photo.complaint, detail })

  return {
    async judge(staff, id, verdict) {
      const photo = await attached(staff, id)
      // What nobody can have looked at cannot pass.
      if (verdict === 'pass' && photo.version === undefined) throw new ServiceError('action-not-possible')
      await note(staff, photo, 'photo-verdict', verdict === 'pass' ? '通过' : '不通过')
      const moved = await table.move(staff.centre, id, ['checking', 'review', 'expired', 'pass', 'risky'], verdict, { staff: staff.id, at: isoInstant(now()) })
      if (!moved) throw new ServiceError('action-not-possible')
      log.info('PHOTO_VERDICT', { centre: staff.centre, photo: id, verdict, by: staff.id })
    },
    async blackOut(staff, id, { expectedVersion, areas, instead }) {
      const photo = await attached(staff, id)
      if (photo.version === undefined || photo.state === 'refused') throw new ServiceError('action-not-possible')
      if (instead && !may(staff.role, 'photo.original')) throw new ServiceError('not-allowed')
      if (photo.version !== expectedVersion) throw new ServiceError('version-conflict', { currentVersion: photo.version })
      const all = instead ? [...areas] : [...(photo.blackouts?.areas ?? []), ...areas]
      if (all.length > maxAreas) throw new ServiceError('invalid-request', { fields: { areas: `最多 ${maxAreas} 处` } })
      await note(staff, photo, instead ? 'photo-uncover' : 'photo-black-out')
      if (!(await table.askBlackouts(staff.centre, id, expectedVersion + 1, all))) throw new ServiceError('version-conflict', { currentVersion: lastVersion(photo) })
    },
    async original(staff, id) {
      const photo = await attached(staff, id)
      if (photo.version === undefined || photo.state === 'refused') throw new ServiceError('action-not-possible')
      await note(staff, photo, 'photo-original')
      return { url: await store.viewUrl(pictureKey(staff.centre, id, 0, 'full'), viewSeconds), areas: photo.blackouts?.areas ?? [] }
    },
    async again(staff, id) {
      const photo = await attached(staff, id)
      if (photo.state === 'refused' || pictureState(photo) === 'ready') throw new ServiceError('action-not-possible')
      await table.askAgain(staff.centre, id, isoInstant(now()))
    },
  }
}
