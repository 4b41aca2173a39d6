import { useSyncExternalStore } from 'react'
import { listeners } from '../platform/listeners'
import type { LocalPhoto } from '../platform/upload'

/** A photo of a form that is on its way to the server, or could not be sent. */
export interface PendingPhoto {
  readonly key: string
  readonly photo: LocalPhoto
  /** 0–100. */
  readonly percent: number
  /** Why it was not sent; none while it is on its way. */
  readonly problem?: string | undefined
}

const none: readonly PendingPhoto[] = []
let pending: ReadonlyMap<string, readonly PendingPhoto[]> = new Map()
const changes = listeners()

/** The photos of a form, e.g. `reply/<complaint>`, that are on their way or could not be sent. */
export const pendingPhotos = (form: string): readonly PendingPhoto[] => pending.get(form) ?? none

/**
 * Changes them. They are kept in memory, beside the pages: a form that is put away and comes back has them still. Storage would be of
 * no use, for the files go with the app: whoever starts it anew chooses them again.
 */
export function changePendingPhotos(form: string, how: (photos: readonly PendingPhoto[]) => readonly PendingPhoto[]): void {
  const photos = how(pendingPhotos(form))
  const others = new Map([...pending].filter(([key]) => key !== form))
  pending = photos.length > 0 ? others.set(form, photos) : others
  changes.tell()
}

/** Forgets those of one form, which was sent or thrown away, or of all; what is still on its way comes to nothing. */
export function forgetPendingPhotos(form?: string): void {
  for (const key of form === undefined ? [...pending.keys()] : [form]) changePendingPhotos(key, () => none)
}

/** The photos of a form, as a page follows them. */
export const usePendingPhotos = (form: string): readonly PendingPhoto[] => useSyncExternalStore(changes.subscribe, () => pendingPhotos(form))
