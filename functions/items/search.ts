import { pathOf } from '@shared/api/client'
import { ServiceError } from '@shared/errors/service-error'
import { searchRoutes, type SnapshotInfo } from '@shared/items/search-routes'
import type { Filters, SearchOptions, SearchResult } from '@shared/search'
import type { Clock } from '../platform/clock'
import { createRecentAnswers } from './recent-answers'
import type { SnapshotLibrary } from './snapshot/library'
import type { SnapshotStore } from './snapshot/store'

/** Item search on the server: the phone's code over the phone's snapshot, so the phone's answer. */
export interface SearchService {
  /** @throws ServiceError `snapshot-missing` */
  search(centre: string, question: string, options?: Omit<SearchOptions, 'now'>): Promise<SearchResult>
  /** @throws ServiceError `snapshot-missing` */
  snapshot(centre: string): Promise<SnapshotInfo>
  /** A snapshot's bytes, gzip. @throws ServiceError `snapshot-missing` */
  snapshotBytes(centre: string, version: string): Promise<Uint8Array>
}

/** The search's use cases. */
export function createSearchService(library: SnapshotLibrary, snapshots: SnapshotStore, now: Clock): SearchService {
  const recent = createRecentAnswers()
  return {
    search: async (centre, question, options = {}) => recent.answer(centre, await library.open(centre), question, { ...options, now: now() }),
    async snapshot(centre) {
      const pointer = await snapshots.pointer(centre)
      if (!pointer) throw new ServiceError('snapshot-missing')
      const version = String(pointer.version)
      return { version, bytes: pointer.bytes, url: pathOf(searchRoutes.snapshotBytes, { centre, version }) }
    },
    async snapshotBytes(centre, version) {
      const packed = await snapshots.loadPacked(centre, Number(version))
      if (!packed) throw new ServiceError('snapshot-missing')
      return packed
    },
  }
}

/** The values wanted per facet, from a request's query. */
export function filtersOf(query: {
  readonly department?: readonly string[]
  readonly area?: readonly string[]
  readonly audience?: readonly string[]
  readonly theme?: readonly string[]
  readonly online?: boolean
  readonly oneWindow?: boolean
  readonly outsideHours?: boolean
}): Filters {
  const { online, oneWindow, outsideHours, ...lists } = query
  const flags = { online, oneWindow, outsideHours }
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values && values.length > 0)),
    ...Object.fromEntries(Object.entries(flags).filter(([, wanted]) => wanted).map(([name]) => [name, ['1']])),
  }
}
