import { itemRoutes } from '@shared/items/routes'
import { searchRoutes } from '@shared/items/search-routes'
import { bind, type Binding } from '../platform/http/handler'
import type { QuestionService } from './questions/service'
import { filtersOf, type SearchService } from './search'
import type { ItemService } from './service'

/** Public routes of items and item search. */
export function itemCitizenBindings(items: ItemService, searches: SearchService, questions: QuestionService): Binding[] {
  return [
    bind(itemRoutes.get, ({ params }) => items.published(params.centre, params.id)),
    bind(searchRoutes.search, ({ params, query: { q, limit, offset, counts, ...wanted } }) => searches.search(params.centre, q, { limit, offset, counts, filters: filtersOf(wanted) })),
    bind(searchRoutes.popular, ({ params }) => questions.popular(params.centre)),
    bind(searchRoutes.snapshot, ({ params }) => searches.snapshot(params.centre)),
    bind(searchRoutes.snapshotBytes, ({ params }) => searches.snapshotBytes(params.centre, params.version)),
    bind(searchRoutes.events, async ({ params, body }) => {
      await questions.count(params.centre, body.events)
      return { done: true as const }
    }),
    bind(searchRoutes.sought, async ({ params, body }) => {
      await questions.tell(params.centre, body.question, body.sought)
      return { done: true as const }
    }),
  ]
}
