import { ServiceError } from '@shared/errors/service-error'
import type { Core } from '../platform/core'
import { errorFields } from '../platform/log'
import type { PhotoStore } from '../platform/photo-store'
import { allKeys, formerUploadKey, lastVersion, mostAttempts, needsPicture, pictureKey, uploadKey, type PhotoRecord } from './record'
import { blackenedCopy, cleaned, type Rendering } from './render'
import type { PhotoTable } from './store'

/** Makes the pictures that people see. */
export interface PhotoProcessing {
  /**
   * Makes the picture that a photo still needs, if any; may run twice. Throws when an attempt failed and another is to follow; after
   * the last one the photo is for a person, with its upload where it was.
   */
  work(centre: string, id: string): Promise<void>
}

/** The processing of photos, from quarantine to what people see. */
export function createPhotoProcessing({ core: { log }, table, store }: { core: Pick<Core, 'log'>; table: PhotoTable; store: PhotoStore }): PhotoProcessing {
  const removeAll = (keys: readonly string[]) => Promise.all(keys.map((key) => store.remove(key)))

  /** Keeps a picture; when the photo was deleted in the meantime, deletes every file of it again. */
  async function keep(photo: PhotoRecord, version: number, { full, small }: Rendering): Promise<void> {
    const { centre, id } = photo
    await Promise.all([store.writeJpeg(pictureKey(centre, id, version, 'full'), full), store.writeJpeg(pictureKey(centre, id, version, 'small'), small)])
    if (await table.setVersion(centre, id, version)) log.info('PHOTO_PROCESSED', { centre, photo: id, version, bytes: full.length })
    else if (!(await table.get(centre, id))) await removeAll(allKeys(centre, id, Math.max(version, lastVersion(photo))))
  }

  async function clean(photo: PhotoRecord): Promise<void> {
    const { centre, id } = photo
    const upload = await store.read(uploadKey(centre, id)) ?? await store.read(formerUploadKey(centre, id))
    if (!upload) throw new ServiceError('photo-missing')
    await keep(photo, 0, await cleaned(upload))
  }

  async function blacken(photo: PhotoRecord, { version, areas }: NonNullable<PhotoRecord['blackouts']>): Promise<void> {
    const { centre, id } = photo
    const original = await store.read(pictureKey(centre, id, 0, 'full'))
    if (!original) throw new Error('the photo without blacked-out parts is not there')
    await keep(photo, version, await blackenedCopy(original, areas))
  }

  /** What is of no more use once a picture has been made: the upload, and versions between the original and the newest. */
  async function tidy({ centre, id, version = 0 }: PhotoRecord): Promise<void> {
    const between = Array.from({ length: Math.max(0, version - 1) }, (_, index) => index + 1)
    const pictures = between.flatMap((it) => [pictureKey(centre, id, it, 'full'), pictureKey(centre, id, it, 'small')])
    await removeAll([uploadKey(centre, id), formerUploadKey(centre, id), ...pictures])
  }

  async function giveUp({ centre, id }: PhotoRecord): Promise<void> {
    await table.move(centre, id, ['checking'], 'expired')
    log.error('PHOTO_GIVEN_UP', { centre, photo: id })
  }

  return {
    async work(centre, id) {
      const before = await table.get(centre, id)
      if (!before) return
      if (needsPicture(before)) {
        const photo = await table.countAttempt(centre, id)
        if (!photo || !needsPicture(photo)) return
        if (photo.attempts > mostAttempts) return giveUp(photo)
        try {
          await (photo.version !== undefined && photo.blackouts ? blacken(photo, photo.blackouts) : clean(photo))
        } catch (error) {
          if (error instanceof ServiceError && photo.version === undefined) {
            await table.move(centre, id, ['uploaded', 'checking', 'review', 'expired', 'pass', 'risky'], 'refused')
            log.warn('PHOTO_REFUSED', { centre, photo: id, code: error.code })
            return
          }
          log.warn('PHOTO_FAILED', { centre, photo: id, attempt: photo.attempts, ...errorFields(error) })
          if (photo.attempts >= mostAttempts) return giveUp(photo)
          throw error
        }
      }
      const after = await table.get(centre, id)
      if (after && !needsPicture(after) && after.version !== undefined) await tidy(after)
    },
  }
}
