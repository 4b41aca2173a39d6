import { useCallback } from 'react'
import { maxPhotos } from '@shared/complaints/complaint'
import { maxPhotoBytes } from '@shared/photos/photo'
import { routes } from '@shared/api/routes'
import type { PhotoType, UploadTicket } from '@shared/photos/photo'
import { centre } from '../platform/config'
import { call } from '../platform/request'
import { choosePhotos } from '../platform/choose-photos'
import { toast } from '../platform/feedback'
import { preview, upload, type LocalPhoto } from '../platform/upload'
import type { SentPhoto } from '../state/draft-photos'
import { changePendingPhotos, pendingPhotos, usePendingPhotos, type PendingPhoto } from '../state/pending-photos'
import { problemOf } from '../state/problem'
import { texts } from '../texts'
import type { PhotoTile } from '../ui/photo-picker'

/** The two routes by which a photo reaches the server. */
export interface PhotoRoutes {
  readonly ticket: (photo: { readonly type: PhotoType; readonly bytes: number }) => Promise<UploadTicket>
  readonly uploaded: (id: string) => Promise<unknown>
}

const ofCitizens: PhotoRoutes = {
  ticket: (body) => call(routes.photos.ticket, { params: { centre }, body }),
  uploaded: (id) => call(routes.photos.uploaded, { params: { centre, id }, body: {} }),
}

const words = texts.complaint.photo
let nextKey = 0

/** Why a photo cannot be sent at all; undefined when it can. */
export function photoProblem(photo: Pick<LocalPhoto, 'type' | 'bytes'>): string | undefined {
  if (!photo.type) return words.wrongType
  return photo.bytes > maxPhotoBytes ? words.tooLarge : undefined
}

/**
 * The photos of a form: sent as soon as chosen, each with its progress; one that fails stays and can be sent again, also when the form was
 * put away meanwhile. `form` names it among all forms of this device, `change` changes the list of those sent; `by` are the citizen's
 * routes, unless others are given.
 */
export function usePhotos(form: string, sent: readonly SentPhoto[], change: (how: (photos: readonly SentPhoto[]) => readonly SentPhoto[]) => void, by: PhotoRoutes = ofCitizens) {
  const pending = usePendingPhotos(form)
  const sendOne = useCallback(async ({ key, photo }: PendingPhoto) => {
    const wanted = () => pendingPhotos(form).some((one) => one.key === key)
    const update = (part: Partial<PendingPhoto>) => changePendingPhotos(form, (list) => list.map((one) => (one.key === key ? { ...one, ...part } : one)))
    const impossible = photoProblem(photo)
    if (impossible || !photo.type) return update({ problem: impossible ?? words.wrongType })
    if (!wanted()) return
    update({ percent: 0, problem: undefined })
    try {
      const ticket = await by.ticket({ type: photo.type, bytes: photo.bytes })
      await upload(photo, ticket, (percent) => update({ percent }))
      // The file is looked at while the photo is still at hand: one that cannot be taken says why on its tile.
      await by.uploaded(ticket.id)
      // Removed while it was on its way, or the form was sent or thrown away.
      if (!wanted()) return
      changePendingPhotos(form, (list) => list.filter((one) => one.key !== key))
      change((photos) => [...photos, { id: ticket.id, address: photo.path }])
    } catch (error) {
      update({ problem: problemOf(error).message })
    }
  }, [by, change, form])

  const add = async () => {
    const room = maxPhotos - sent.length - pending.length
    const all = await choosePhotos(room)
    const chosen = all.slice(0, room)
    if (all.length > room) toast(words.tooMany(maxPhotos))
    const added = chosen.map((photo): PendingPhoto => ({ key: `local-${nextKey++}`, photo, percent: 0 }))
    changePendingPhotos(form, (list) => [...list, ...added])
    // One after the other: a weak network sends one photo better than six.
    for (const one of added) await sendOne(one)
  }
  const tiles: PhotoTile[] = [
    ...sent.map(({ id, address }): PhotoTile => ({ key: id, address, state: 'sent', percent: 100 })),
    ...pending.map(({ key, photo, percent, problem }): PhotoTile => ({ key, address: photo.path, percent, problem, state: problem ? 'failed' : 'sending' })),
  ]
  return {
    tiles,
    add: () => void add(),
    remove: (key: string) => {
      changePendingPhotos(form, (list) => list.filter((one) => one.key !== key))
      change((photos) => photos.filter(({ id }) => id !== key))
    },
    retry: (key: string) => {
      const one = pending.find((candidate) => candidate.key === key)
      if (one) void sendOne(one)
    },
    show: (key: string) => {
      const addresses = tiles.flatMap(({ address }) => (address ? [address] : []))
      const address = tiles.find((tile) => tile.key === key)?.address
      if (address) preview(addresses, address)
    },
    sending: pending.some(({ problem }) => !problem),
    failed: pending.some(({ problem }) => problem),
  }
}
