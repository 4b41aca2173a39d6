import { createQuestionService, type QuestionService } from '../items/questions/service'
import { createQuestionStore } from '../items/questions/store'
import { createSearchService, type SearchService } from '../items/search'
import { createItemService, type ItemService } from '../items/service'
import { createSnapshotLibrary } from '../items/snapshot/library'
import { createSnapshotStore } from '../items/snapshot/store'
import { createItemStore } from '../items/store'
import type { Core } from '../platform/core'

/** What answers citizens: guides and search. Kept apart from what staff need, so that the public Lambda starts quickly. */
export interface SearchServices {
  readonly items: ItemService
  readonly questions: QuestionService
  readonly searches: SearchService
}

/** Wires them for a process. */
export function createSearchServices({ config, dynamo, now, random, log, limit }: Core): SearchServices {
  const snapshots = createSnapshotStore(dynamo, config.tables.items, now)
  return {
    items: createItemService(createItemStore(dynamo, config.tables.items), now),
    questions: createQuestionService(createQuestionStore(dynamo, config.tables.searches), now, random, limit),
    searches: createSearchService(createSnapshotLibrary(snapshots, now, log), snapshots, now),
  }
}
