/** A photo that the server has. */
export interface SentPhoto {
  readonly id: string
  /** Address on this device; none once the app was started anew. */
  readonly address?: string | undefined
}

/** A photo of a draft; how long it waits on the server counts from `at` (ms since 1970). */
export type DraftPhoto = SentPhoto & { readonly at: number }

/** The server keeps a photo that belongs to nothing yet for a day; one that would be gone before the form is sent is of no use. */
const longest = 20 * 3_600_000

/** The photos of a draft that the server still has. */
export const stillThere = (photos: readonly DraftPhoto[], nowMs: number): readonly DraftPhoto[] => photos.filter(({ at }) => at > nowMs - longest)

/** The photos of a draft after a change; those that it knew keep their time. */
export function changedPhotos(before: readonly DraftPhoto[], how: (photos: readonly SentPhoto[]) => readonly SentPhoto[], nowMs: number): readonly DraftPhoto[] {
  const there = stillThere(before, nowMs)
  return how(there).map((one) => ({ ...one, at: there.find(({ id }) => id === one.id)?.at ?? nowMs }))
}
