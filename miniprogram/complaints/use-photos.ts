import { useCallback, useState } from 'react'
import { maxPhotos } from '@shared/complaints/complaint'
import { maxPhotoBytes } from '@shared/photos/photo'
import { routes } from '@shared/api/routes'
import type { PhotoType, UploadTicket } from '@shared/photos/photo'
import { centre } from '../platform/config'
import { call } from '../platform/request'
import { choosePhotos } from '../platform/choose-photos'
import { toast } from '../platform/feedback'
import { preview, upload, type LocalPhoto } from '../platform/upload'
import { problemOf } from '../state/problem'
import { texts } from '../texts'
import type { PhotoTile } from '../ui/photo-picker'

/** A photo that the server has. */
export interface SentPhoto { readonly id: string; readonly address?: string }

interface Pending { readonly key: string; readonly photo: LocalPhoto; readonly percent: number; readonly problem?: string }

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

/** The photos of a form: sent as soon as chosen, each with its progress; one that fails stays and can be sent again. `change` changes the list of those sent; `by` are the citizen's routes, unless others are given. */
export function usePhotos(sent: readonly SentPhoto[], change: (how: (photos: readonly SentPhoto[]) => SentPhoto[]) => void, by: PhotoRoutes = ofCitizens) {
  const [pending, setPending] = useState<readonly Pending[]>([])
  const update = useCallback((key: string, part: Partial<Pending>) =>
    setPending((list) => list.map((one) => (one.key === key ? { ...one, ...part } : one))), [])

  const sendOne = useCallback(async ({ key, photo }: Pending) => {
    const impossible = photoProblem(photo)
    if (impossible || !photo.type) return update(key, { problem: impossible ?? words.wrongType })
    update(key, { percent: 0, problem: undefined })
    try {
      const ticket = await by.ticket({ type: photo.type, bytes: photo.bytes })
      await upload(photo, ticket, (percent) => update(key, { percent }))
      // The file is looked at while the photo is still at hand: one that cannot be taken says why on its tile.
      await by.uploaded(ticket.id)
      setPending((list) => list.filter((one) => one.key !== key))
      change((photos) => [...photos, { id: ticket.id, address: photo.path }])
    } catch (error) {
      update(key, { problem: problemOf(error).message })
    }
  }, [by, change, update])

  const add = async () => {
    const room = maxPhotos - sent.length - pending.length
    const all = await choosePhotos(room)
    const chosen = all.slice(0, room)
    if (all.length > room) toast(words.tooMany(maxPhotos))
    const added = chosen.map((photo): Pending => ({ key: `local-${nextKey++}`, photo, percent: 0 }))
    setPending((list) => [...list, ...added])
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
      setPending((list) => list.filter((one) => one.key !== key))
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
