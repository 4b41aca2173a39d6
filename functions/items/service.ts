import { ServiceError } from '@shared/errors/service-error'
import { itemIdOf } from '@shared/items/item-id'
import type { Item, ItemContent, ItemEvent } from '@shared/items/item'
import { isoInstant, type Clock } from '../platform/clock'
import { changesBetween } from './changes'
import { findLines, type Found, type LineQuery } from './find'
import type { CatalogueHead, ItemStore, StoredItem } from './store'

/** Whoever changes an item, as the history names them. */
export interface Editor {
  readonly centre: string
  readonly name: string
}

/** Use cases of the catalogue. */
export interface ItemService {
  /** A published item. @throws ServiceError `not-found` */
  published(centre: string, id: string): Promise<Item>
  /** An item in any state. @throws ServiceError `not-found` */
  get(centre: string, id: string): Promise<Item>
  find(centre: string, query: LineQuery): Promise<Found>
  /** Every item of the catalogue with the catalogue's revision, for the search snapshot. */
  catalogue(centre: string): Promise<{ readonly revision: number; readonly items: readonly Item[] }>
  /** Revision of the catalogue, without reading it. */
  revision(centre: string): Promise<number>
  /** @throws ServiceError `item-exists` */
  create(by: Editor, content: ItemContent): Promise<Item>
  /** @throws ServiceError `not-found`, `version-conflict` */
  edit(by: Editor, id: string, expectedVersion: number, content: ItemContent): Promise<Item>
  /** @throws ServiceError `not-found`, `version-conflict`, `action-not-possible` */
  withdraw(by: Editor, id: string, expectedVersion: number): Promise<Item>
  /** @throws ServiceError `not-found`, `version-conflict`, `action-not-possible` */
  restore(by: Editor, id: string, expectedVersion: number): Promise<Item>
  history(centre: string, id: string, before?: string): Promise<{ events: ItemEvent[]; next?: string }>
}

const historyPage = 20

/** The catalogue's use cases over a store. */
export function createItemService(store: ItemStore, now: Clock): ItemService {
  const read = async (centre: string, id: string): Promise<{ head: CatalogueHead } & StoredItem> => {
    const head = await store.head(centre)
    const found = await store.get(centre, head.generation, id)
    if (!found) throw new ServiceError('not-found')
    return { head, ...found }
  }
  const change = async (by: Editor, id: string, expectedVersion: number, action: ItemEvent['action'], next: (item: Item) => Item): Promise<Item> => {
    const { head, ...before } = await read(by.centre, id)
    const { item } = before
    if (item.version !== expectedVersion) throw new ServiceError('version-conflict', { currentVersion: item.version })
    const at = isoInstant(now())
    const after: Item = { ...next(item), version: expectedVersion + 1, updatedAt: at }
    const event: ItemEvent = { itemId: id, version: after.version, at, action, byName: by.name, changes: changesBetween(item, after) }
    const outcome = await store.write(by.centre, { head, before, after: { item: after, event } })
    if (outcome !== 'done') throw new ServiceError('version-conflict', { currentVersion: (await read(by.centre, id)).item.version })
    return after
  }
  const toState = (state: Item['state'], action: 'withdraw' | 'restore') => (by: Editor, id: string, expectedVersion: number) =>
    change(by, id, expectedVersion, action, (item) => {
      if (item.state === state) throw new ServiceError('action-not-possible')
      return { ...item, state }
    })
  return {
    async published(centre, id) {
      const { item } = await read(centre, id)
      if (item.state !== 'published') throw new ServiceError('not-found')
      return item
    },
    get: async (centre, id) => (await read(centre, id)).item,
    async find(centre, query) {
      const { generation } = await store.head(centre)
      return findLines(await store.lines(centre, generation), query)
    },
    async catalogue(centre) {
      const { generation, revision } = await store.head(centre)
      return { revision, items: (await store.all(centre, generation)).map(({ item }) => item) }
    },
    revision: async (centre) => (await store.head(centre)).revision,
    async create(by, content) {
      const head = await store.head(by.centre)
      const at = isoInstant(now())
      const item: Item = { ...content, id: itemIdOf(content), sample: false, state: 'published', version: 1, updatedAt: at }
      const event: ItemEvent = { itemId: item.id, version: 1, at, action: 'create', byName: by.name, changes: [] }
      const outcome = await store.write(by.centre, { head, after: { item, event } })
      if (outcome === 'version') throw new ServiceError('item-exists')
      if (outcome === 'generation') throw new ServiceError('version-conflict')
      return item
    },
    // The id stays what it was when the item was made: favourites, complaints and links refer to it.
    edit: (by, id, expectedVersion, content) => change(by, id, expectedVersion, 'edit', (item) => ({ ...content, id, sample: item.sample, state: item.state, version: item.version, updatedAt: item.updatedAt })),
    withdraw: toState('withdrawn', 'withdraw'),
    restore: toState('published', 'restore'),
    async history(centre, id, before) {
      const { event } = await read(centre, id)
      const page = await store.history(centre, id, historyPage, before)
      // An import that was refused may have copied the present event already.
      const earlier = page.events.filter(({ version }) => version < event.version)
      return { ...page, events: before === undefined ? [event, ...earlier] : earlier }
    },
  }
}
