import type { PublishedAnswer } from '@shared/complaints/complaint'
import { monthOf } from '@shared/complaints/figures'
import { citizenState } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'
import { fromCursor, toCursor } from '../platform/cursor'
import type { PhotoService, ShownPhoto } from '../photos/service'
import type { BoardFilter } from './keys'
import type { ComplaintLists, PublishedLine } from './lists'
import type { ComplaintStore } from './store'

/** The public board (公开答复): cases that staff chose to publish, free of personal data. */
export interface Board {
  /** A page by key, newest first; of each case the first photo of before and of after. */
  list(centre: string, filter: BoardFilter & { readonly cursor?: string }, limit: number): Promise<{ answers: PublishedAnswer[]; cursor?: string }>
  /** @throws ServiceError `not-found` when it is not, or no longer, published */
  one(centre: string, id: string): Promise<PublishedAnswer>
}

/** A case as everybody sees it; only photos that can be seen now. */
function seen({ before = [], after = [], ...it }: Omit<PublishedLine, 'order'>, photos: ReadonlyMap<string, ShownPhoto>): PublishedAnswer {
  const visible = (ids: readonly string[]) => ids.flatMap((id) => {
    const photo = photos.get(id)
    return photo?.url ? [photo] : []
  })
  return { ...it, state: citizenState(it.state), before: visible(before), after: visible(after) }
}

/** The board over the published index. */
export function createBoard({ store, lists, photos }: { store: Pick<ComplaintStore, 'record'>; lists: Pick<ComplaintLists, 'published'>; photos: Pick<PhotoService, 'shown'> }): Board {
  return {
    async list(centre, { cursor, ...filter }, limit) {
      const found = await lists.published(centre, fromCursor(cursor), limit, filter)
      const lines = found.map(({ order: _, ...it }) => ({ ...it, before: it.before?.slice(0, 1), after: it.after?.slice(0, 1) }))
      const shown = await photos.shown(centre, lines.flatMap(({ before = [], after = [] }) => [...before, ...after]))
      const last = found[found.length - 1]
      return { answers: lines.map((it) => seen(it, shown)), ...(found.length === limit && last ? { cursor: toCursor(last.order) } : {}) }
    },
    async one(centre, id) {
      const it = await store.record(centre, id)
      if (!it?.publicText || it.publishedAt === undefined) throw new ServiceError('not-found')
      const { kind, state, where, followers, publishedAt, publicText } = it
      const shown = await photos.shown(centre, [...publicText.before ?? [], ...publicText.after ?? []])
      return seen({ id, kind, state, where, followers, publishedAt, ...publicText, month: monthOf(it) }, shown)
    },
  }
}
