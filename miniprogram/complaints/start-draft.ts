import type { Item } from '@shared/items/item'
import { randomKey } from '../platform/random'
import { complaintDraft, emptyDraft } from '../state/draft'
import { forgetPendingPhotos } from '../state/pending-photos'

/** Name of the draft's form among the forms that have photos. */
export const draftForm = 'complaint'

/** Gives the draft the key by which sending it twice is one complaint. */
export async function ensureDraftKey(): Promise<void> {
  if (complaintDraft.get().clientKey) return
  const clientKey = await randomKey()
  complaintDraft.change((draft) => (draft.clientKey ? draft : { ...draft, clientKey }))
}

/** Writes into the draft that it is about this item; what is already written stays. */
export async function startDraftAbout(item: Pick<Item, 'id' | 'name'>): Promise<void> {
  complaintDraft.change((draft) => ({ ...draft, item: { id: item.id, name: item.name } }))
  await ensureDraftKey()
}

/** Throws the draft away: it was sent, or the person wants it gone. */
export function clearDraft(): void {
  complaintDraft.change(() => emptyDraft)
  forgetPendingPhotos(draftForm)
}
