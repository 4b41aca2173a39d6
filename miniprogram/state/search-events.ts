import type { SearchEvent } from '@shared/items/search-routes'
import { routes } from '@shared/api/routes'
import { centre } from '../platform/config'
import { call } from '../platform/request'

/** Events are sent in groups of this size, and when the app is left. */
const group = 10

let waiting: SearchEvent[] = []

/** Counts a question and the result opened, words only; too long a question tells nothing and is left out. */
export function count(event: SearchEvent): void {
  const question = event.question.trim()
  if (!question || question.length > 60) return
  waiting.push({ ...event, question })
  if (waiting.length >= group) void sendEvents()
}

/** Sends what waits. What does not arrive is dropped: a count is not worth a person's data volume. */
export async function sendEvents(): Promise<void> {
  if (waiting.length === 0) return
  const events = waiting.slice(0, 50)
  waiting = []
  await call(routes.search.events, { params: { centre }, body: { events } }).catch(() => undefined)
}
