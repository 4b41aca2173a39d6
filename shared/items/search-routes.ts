import * as v from 'valibot'
import { centreId, countParameter, day, done, flagParameter, inCentre, listParameter, maybeText, nothing, text } from '../api/fields'
import { route } from '../api/route'
import type { FacetCounts, SearchHit, SearchResult } from '../search/types'
import { itemId } from './item'

/** Version of a snapshot in its URL. */
export const snapshotVersion = v.pipe(v.string(), v.regex(/^\d{1,15}$/, '格式不正确'))

const range = v.tuple([v.number(), v.number()])

const hit = v.strictObject({
  id: v.string(), name: v.string(), department: v.string(), category: v.string(), fields: v.record(v.string(), v.string()),
  score: v.number(), explained: v.number(), pinned: v.boolean(), highlights: v.array(range),
})

const facet = v.array(v.strictObject({ value: v.string(), count: v.number() }))
const facets = v.strictObject({
  department: facet, area: facet, audience: facet, theme: facet, online: facet, oneWindow: facet, outsideHours: facet,
})

/** Answer of a search: `SearchResult` of shared/search/types.ts. */
export const searchResult = v.strictObject({
  hits: v.array(hit),
  total: v.number(),
  confidence: v.picklist(['sure', 'unsure', 'none']),
  didYouMean: v.optional(v.string()),
  truncated: v.boolean(),
  facets: v.optional(facets),
})

/** The schemas must go on saying what the engine's types say; a difference fails the type check here. */
type Same<A extends B, B> = A
export type HitOfSchema = Same<v.InferOutput<typeof hit>, SearchHit>
export type FacetsOfSchema = Same<v.InferOutput<typeof facets>, FacetCounts>
export type ResultOfSchema = Same<v.InferOutput<typeof searchResult>, SearchResult>

/** Query of a search: the question and the values wanted per facet, lists joined by commas. */
export const searchQuery = v.strictObject({
  /** Left out: browse by the filters. */
  q: v.optional(maybeText(2000), ''),
  limit: v.optional(countParameter(1, 200)),
  offset: v.optional(countParameter(0, 10_000)),
  counts: v.optional(flagParameter),
  department: v.optional(listParameter(20)),
  area: v.optional(listParameter(20)),
  audience: v.optional(listParameter(20)),
  theme: v.optional(listParameter(20)),
  online: v.optional(flagParameter),
  oneWindow: v.optional(flagParameter),
  outsideHours: v.optional(flagParameter),
})

/** Which snapshot is current. */
export const snapshotInfo = v.strictObject({
  version: snapshotVersion,
  /** Size of the snapshot, bytes. */
  bytes: v.number(),
  /** Path of the snapshot below the API's host. */
  url: v.string(),
})
/** Which snapshot is current. */
export type SnapshotInfo = v.InferOutput<typeof snapshotInfo>

/** What was asked and which result was opened; words only, no identity. */
export const searchEvent = v.strictObject({
  question: text(60),
  /** The item opened; none: nothing was opened. */
  opened: v.optional(itemId),
  /** Its rank, 1 for the first. */
  rank: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
  /** How many items were found. */
  found: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
})
/** What was asked and which result was opened. */
export type SearchEvent = v.InferOutput<typeof searchEvent>

/** Routes of item search (查事项). */
export const searchRoutes = {
  search: route({
    id: 'search.search', method: 'GET', path: '/centres/:centre/search', lambda: 'items', who: 'public',
    params: inCentre, query: searchQuery, body: undefined, response: searchResult,
    summary: 'Items for a question in the citizen\'s own words, best first.',
  }),
  popular: route({
    id: 'search.popular', method: 'GET', path: '/centres/:centre/search/popular', lambda: 'items', who: 'public', cache: 'minute',
    params: inCentre, query: nothing, body: undefined,
    response: v.strictObject({ questions: v.array(v.string()), since: day }),
    summary: 'What is asked most; small counts are dropped.',
  }),
  snapshot: route({
    id: 'search.snapshot', method: 'GET', path: '/centres/:centre/search/snapshot', lambda: 'items', who: 'public',
    params: inCentre, query: nothing, body: undefined, response: snapshotInfo,
    summary: 'Version, size and URL of the current search snapshot.',
  }),
  snapshotBytes: route({
    id: 'search.snapshotBytes', method: 'GET', path: '/centres/:centre/search/snapshots/:version', lambda: 'items', who: 'public', cache: 'forever',
    params: v.strictObject({ centre: centreId, version: snapshotVersion }), query: nothing, body: undefined, response: 'binary',
    summary: 'A search snapshot; never changes, may be cached for ever.',
  }),
  events: route({
    id: 'search.events', method: 'POST', path: '/centres/:centre/search/events', lambda: 'items', who: 'public',
    params: inCentre, query: nothing, body: v.strictObject({ events: v.pipe(v.array(searchEvent), v.minLength(1), v.maxLength(50)) }), response: done,
    summary: 'Count questions and opened results, without any identity.',
  }),
  sought: route({
    id: 'search.sought', method: 'POST', path: '/centres/:centre/search/sought', lambda: 'items', who: 'public',
    params: inCentre, query: nothing, body: v.strictObject({ question: maybeText(200), sought: text(200) }), response: done,
    summary: 'Tell the centre what one sought and did not find.',
  }),
}
