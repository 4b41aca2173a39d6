import { ServiceError } from '@shared/errors/service-error'
import { maxPhotoBytes, type PhotoType, type ShownPhoto, type UploadTicket } from '@shared/photos/photo'
import type { Citizen, Staff } from '../platform/actor'
import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import { ttlAt } from '../platform/dynamo'
import { newId } from '../platform/ids'
import type { PhotoStore } from '../platform/photo-store'
import { inspect } from './inspect'
import { allKeys, lastVersion, pictureKey, pictureState, shownVersion, uploadKey, type PhotoRecord } from './record'
import type { PhotoTable, TransactItem } from './store'

export type { ShownPhoto } from '@shared/photos/photo'
export type { TransactItem } from './store'

/** Who uploads: a citizen, or a member of staff, whose photos show what was put right. */
export type Uploader = Pick<Citizen, 'kind' | 'centre' | 'id' | 'openid'> | Pick<Staff, 'kind' | 'centre' | 'id'>

/** Photos of complaints: upload, attach, show, remove. What staff do with one is in staff-service.ts; pictures are made in processing.ts, the automatic check is in checks.ts. */
export interface PhotoService {
  /** @throws ServiceError `photo-too-large`, `too-many-requests` */
  ticket(uploader: Uploader, type: PhotoType, bytes: number): Promise<UploadTicket>
  /** Looks at an upload; twice is once. @throws ServiceError `photo-missing`, and as `inspect` */
  uploaded(uploader: Uploader, id: string): Promise<void>
  /** The writes that attach these photos to a complaint. What no automatic check can be ordered for waits for a person. @throws ServiceError as `uploaded` */
  attachments(uploader: Uploader, ids: readonly string[], complaint: string): Promise<TransactItem[]>
  /** Photos for citizens: a picture only of those that have passed. */
  shown(centre: string, ids: readonly string[]): Promise<ReadonlyMap<string, ShownPhoto>>
  /** Photos for staff: a picture of every one that is not risky, with its blacked-out parts, and how far it is. */
  shownToStaff(centre: string, ids: readonly string[]): Promise<ReadonlyMap<string, ShownPhoto>>
  /** Forgets photos; their files go when the table's stream tells of it. */
  removeAll(centre: string, ids: readonly string[]): Promise<void>
  /** Deletes every file of a photo whose record is gone. */
  removeFiles(centre: string, id: string, last: Pick<PhotoRecord, 'version' | 'blackouts'>): Promise<void>
}

const ticketSeconds = 600
/** How long the address of a picture can be opened, seconds. */
export const viewSeconds = 600
const waitMs = 86_400_000
/** WeChat promises its verdict within 30 minutes, or never gives one. */
const checkMs = 30 * 60_000

/** The photos' use cases. */
export function createPhotoService({ core, table, store }: { core: Core; table: PhotoTable; store: PhotoStore }): PhotoService {
  const { now, random, limit, log } = core

  /** The uploader's own photo that is not part of a complaint yet, its file found good. */
  async function own({ kind, centre, id: uploader }: Uploader, id: string): Promise<PhotoRecord> {
    const photo = await table.get(centre, id)
    if (!photo || photo[kind] !== uploader || photo.complaint) throw new ServiceError('photo-missing')
    if (photo.state === 'refused') throw new ServiceError('photo-broken')
    if (photo.state !== 'waiting') return photo
    const upload = await store.read(uploadKey(centre, id))
    if (!upload) throw new ServiceError('photo-missing')
    inspect(upload)
    return photo
  }

  async function addresses({ centre, id }: PhotoRecord, version: number): Promise<{ url: string; small: string }> {
    const [url, small] = await Promise.all([store.viewUrl(pictureKey(centre, id, version, 'full'), viewSeconds), store.viewUrl(pictureKey(centre, id, version, 'small'), viewSeconds)])
    return { url, small }
  }

  async function each(centre: string, ids: readonly string[], show: (photo: PhotoRecord) => Promise<ShownPhoto>): Promise<ReadonlyMap<string, ShownPhoto>> {
    const photos = ids.length > 0 ? await table.getMany(centre, ids) : []
    return new Map(await Promise.all(photos.map(async (photo): Promise<[string, ShownPhoto]> => [photo.id, await show(photo)])))
  }

  return {
    async ticket({ kind, centre, id: uploader }, type, bytes) {
      if (bytes > maxPhotoBytes) throw new ServiceError('photo-too-large')
      await limit(`${centre}#photos#${uploader}`, 60, 3600)
      const id = newId(random)
      const leave = await store.uploadTicket(uploadKey(centre, id), type, ticketSeconds)
      const record: PhotoRecord = { centre, id, [kind]: uploader, type, state: 'waiting', createdAt: isoInstant(now()), attempts: 0 }
      await table.create(record, ttlAt(now() + waitMs))
      return { id, ...leave, expiresAt: isoInstant(now() + ticketSeconds * 1000) }
    },
    async uploaded(uploader, id) {
      const photo = await own(uploader, id)
      if (photo.state === 'waiting') await table.move(uploader.centre, id, ['waiting'], 'uploaded')
    },
    async attachments(uploader, ids, complaint) {
      const photos = await Promise.all([...new Set(ids)].map((id) => own(uploader, id)))
      const checkBy = uploader.kind === 'citizen' && uploader.openid ? isoInstant(now() + checkMs) : undefined
      return photos.map((photo) => table.attachment(photo, complaint, checkBy ? 'checking' : 'review', checkBy))
    },
    shown: (centre, ids) => each(centre, ids, async (photo) => {
      const version = shownVersion(photo)
      if (photo.state !== 'pass') return { id: photo.id, state: photo.state }
      // Passed, but the picture is being made or drawn anew: to the citizen that is the same as being checked.
      return version === undefined ? { id: photo.id, state: 'checking' } : { id: photo.id, state: photo.state, ...await addresses(photo, version) }
    }),
    shownToStaff: (centre, ids) => each(centre, ids, async (photo) => {
      const version = shownVersion(photo)
      return {
        id: photo.id, state: photo.state, ...(version === undefined || photo.state === 'risky' ? {} : await addresses(photo, version)),
        staff: { picture: pictureState(photo), areas: photo.blackouts?.areas.length ?? 0, ...(photo.version === undefined ? {} : { version: photo.version }) },
      }
    }),
    async removeAll(centre, ids) {
      await Promise.all(ids.map((id) => table.remove(centre, id)))
    },
    async removeFiles(centre, id, last) {
      await Promise.all(allKeys(centre, id, lastVersion(last)).map((key) => store.remove(key)))
      log.info('PHOTO_REMOVED', { centre, photo: id })
    },
  }
}
