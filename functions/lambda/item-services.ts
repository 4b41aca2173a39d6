import type { CentreService } from '../centre/service'
import type { Core } from '../platform/core'
import { createWordService, type WordService } from '../words/service'
import { createWordStore } from '../words/store'
import { createImportService, type ImportService } from '../items/import/service'
import { createImportStore } from '../items/import/store'
import { createQuestionService, type QuestionService } from '../items/questions/service'
import { createQuestionStore } from '../items/questions/store'
import { createSearchService, type SearchService } from '../items/search'
import { createItemService, type ItemService } from '../items/service'
import { createSnapshotBuilder, type SnapshotBuilder } from '../items/snapshot/build'
import { createSnapshotLibrary } from '../items/snapshot/library'
import { createSnapshotStore } from '../items/snapshot/store'
import { createItemStore } from '../items/store'

/** Items, their search and the centre's words, wired together. */
export interface ItemServices {
  readonly items: ItemService
  readonly imports: ImportService
  readonly questions: QuestionService
  readonly words: WordService
  readonly searches: SearchService
  readonly snapshots: SnapshotBuilder
}

/** Wires them for a process. */
export function createItemServices({ config, dynamo, now, random, log, limit }: Core, centres: Pick<CentreService, 'get'>): ItemServices {
  const store = createItemStore(dynamo, config.tables.items)
  const imports = createImportStore(dynamo, config.tables.items)
  const snapshotStore = createSnapshotStore(dynamo, config.tables.items, now)
  const items = createItemService(store, now)
  const questions = createQuestionService(createQuestionStore(dynamo, config.tables.searches), now, random, limit)
  const words = createWordService({ store: createWordStore(dynamo, config.tables.items), items, questions, now, random })
  return {
    items, questions, words,
    imports: createImportService({ items: store, imports, areas: async (centre) => (await centres.get(centre)).areas, now, random, log }),
    searches: createSearchService(createSnapshotLibrary(snapshotStore, now, log), snapshotStore, now),
    snapshots: createSnapshotBuilder({ items, words, questions, snapshots: snapshotStore, now, log }),
  }
}
