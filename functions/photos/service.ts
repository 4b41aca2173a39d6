import { ServiceError } from '@shared/errors/service-error'
import { maxPhotoBytes, type PhotoState, type PhotoType, type UploadTicket } from '@shared/photos/photo'
import type { Citizen, Staff } from '../platform/actor'
import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import { ttlAt } from '../platform/dynamo'
import { newId } from '../platform/ids'
import type { PhotoStore } from '../platform/photo-store'
import { looksLike } from './magic'
import { fileKey, type PhotoRecord } from './record'
import type { PhotoTable, TransactItem } from './store'

export type { TransactItem } from './store'

/** A photo as it goes with a complaint. */
export interface ShownPhoto {
  readonly id: string
  readonly state: PhotoState
  readonly url?: string
}

/** Photos of complaints: upload, attach, show, judge, remove. Their automatic check is in checks.ts. */
export interface PhotoService {
  /** @throws ServiceError `photo-too-large`, `too-many-requests` */
  ticket(citizen: Citizen, type: PhotoType, bytes: number): Promise<UploadTicket>
  /** The writes that attach these photos to a complaint. @throws ServiceError `photo-missing`, `photo-not-image` */
  attachments(citizen: Citizen, ids: readonly string[], complaint: string): Promise<TransactItem[]>
  /** Photos for the owner or staff, each with an address for some minutes unless it is judged risky. */
  shown(centre: string, ids: readonly string[]): Promise<ReadonlyMap<string, ShownPhoto>>
  /** A person's verdict. @throws ServiceError `not-found`, `action-not-possible` */
  judge(staff: Staff, id: string, verdict: 'pass' | 'risky'): Promise<void>
  /** Forgets photos; their files go when the table's stream tells of it. */
  removeAll(centre: string, ids: readonly string[]): Promise<void>
  /** Deletes the file of a photo whose record is gone. */
  removeFile(centre: string, id: string): Promise<void>
}

const ticketSeconds = 600
const viewSeconds = 600
const waitMs = 86_400_000
/** WeChat pushes its verdict within 30 minutes; some leave for the way. */
const checkMs = 40 * 60_000

/** The photos' use cases. */
export function createPhotoService({ core, table, store }: { core: Core; table: PhotoTable; store: PhotoStore }): PhotoService {
  const { now, random, limit, log } = core

  async function checked(citizen: Citizen, id: string): Promise<PhotoRecord> {
    const photo = await table.get(citizen.centre, id)
    if (!photo || photo.citizen !== citizen.id || photo.state !== 'waiting') throw new ServiceError('photo-missing')
    const head = await store.head(fileKey(citizen.centre, id))
    if (!head) throw new ServiceError('photo-missing')
    if (!looksLike(photo.type, head)) throw new ServiceError('photo-not-image')
    return photo
  }

  return {
    async ticket(citizen, type, bytes) {
      if (bytes > maxPhotoBytes) throw new ServiceError('photo-too-large')
      await limit(`${citizen.centre}#photos#${citizen.id}`, 60, 3600)
      const id = newId(random)
      const leave = await store.uploadTicket(fileKey(citizen.centre, id), type, ticketSeconds)
      const record: PhotoRecord = { centre: citizen.centre, id, citizen: citizen.id, type, state: 'waiting', createdAt: isoInstant(now()) }
      await table.create(record, ttlAt(now() + waitMs))
      return { id, ...leave, expiresAt: isoInstant(now() + ticketSeconds * 1000) }
    },
    async attachments(citizen, ids, complaint) {
      const photos = await Promise.all([...new Set(ids)].map((id) => checked(citizen, id)))
      const checkBy = citizen.openid ? isoInstant(now() + checkMs) : undefined
      return photos.map((photo) => table.attachment(photo, complaint, checkBy ? 'checking' : 'review', checkBy))
    },
    async shown(centre, ids) {
      const photos = ids.length > 0 ? await table.getMany(centre, ids) : []
      const pairs = await Promise.all(photos.map(async ({ id, state }): Promise<[string, ShownPhoto]> => [
        id, { id, state, ...(state === 'risky' ? {} : { url: await store.viewUrl(fileKey(centre, id), viewSeconds) }) },
      ]))
      return new Map(pairs)
    },
    async judge(staff, id, verdict) {
      const photo = await table.get(staff.centre, id)
      if (!photo?.complaint) throw new ServiceError('not-found')
      const moved = await table.move(staff.centre, id, ['checking', 'review', 'expired', 'pass', 'risky'], verdict, { staff: staff.id, at: isoInstant(now()) })
      if (!moved) throw new ServiceError('action-not-possible')
      log.info('PHOTO_VERDICT', { centre: staff.centre, photo: id, verdict, by: staff.id })
    },
    async removeAll(centre, ids) {
      await Promise.all(ids.map((id) => table.remove(centre, id)))
    },
    async removeFile(centre, id) {
      await store.remove(fileKey(centre, id))
      log.info('PHOTO_REMOVED', { centre, photo: id })
    },
  }
}
