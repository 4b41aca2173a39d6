import { createQuestionService, type QuestionService } from '../items/questions/service'
import { createQuestionStore } from '../items/questions/store'
import { createItemService, type ItemService } from '../items/service'
import { createSnapshotBuilder, type SnapshotBuilder } from '../items/snapshot/build'
import { createSnapshotStore } from '../items/snapshot/store'
import { createItemStore } from '../items/store'
import type { Core } from '../platform/core'
import { createWordService, type WordService } from '../words/service'
import { createWordStore } from '../words/store'

/** Items, the centre's words, and the search snapshots made from both. */
export interface ItemServices {
  readonly items: ItemService
  readonly questions: QuestionService
  readonly words: WordService
  readonly snapshots: SnapshotBuilder
}

/** Wires them for a process. */
export function createItemServices({ config, dynamo, now, random, log, limit }: Core): ItemServices {
  const items = createItemService(createItemStore(dynamo, config.tables.items), now)
  const questions = createQuestionService(createQuestionStore(dynamo, config.tables.searches), now, random, limit)
  const words = createWordService({ store: createWordStore(dynamo, config.tables.items), items, questions, now, random })
  const snapshots = createSnapshotBuilder({ items, words, questions, snapshots: createSnapshotStore(dynamo, config.tables.items, now), now, log })
  return { items, questions, words, snapshots }
}
