/**
 * The nouns of item search (事项检索), shared by the compiler, the phone and the items Lambda.
 * This module has types only; `index.ts` has the functions.
 */

/** One item (事项) as the compiler wants it; everything but id and name is optional. */
export interface CompileItem {
  /** Stable, unique in the catalogue; ties in the ranking are broken by it. */
  readonly id: string
  /** Official name (事项名称). */
  readonly name: string
  /** Item code (事项编码) that people may type in full or in part. */
  readonly code?: string
  /** Other names that staff have written (别名, 俗称). */
  readonly aliases?: readonly string[]
  /** Department (实施部门): shown and filtered by, never scored. */
  readonly department?: string
  /** Kind of item (事项类型, e.g. 行政许可): shown, never scored. */
  readonly category?: string
  /** What the item can be filtered by, beside the department. */
  readonly facets?: ItemFacets
  /** Short texts that the phone shows with a hit while offline, e.g. `{ floor: '2F' }`. */
  readonly display?: Readonly<Record<string, string>>
}

/** Filterable properties of an item; a missing one means "unknown", which no filter matches. */
export interface ItemFacets {
  /** Service area in the hall (综合办理区). */
  readonly area?: string
  /** Whom it is for: 个人, 法人 … */
  readonly audience?: readonly string[]
  /** Themes (主题), e.g. 户籍, 社保. */
  readonly theme?: readonly string[]
  /** Can be done on the net (网上可办). */
  readonly online?: boolean
  /** Any general window takes it (无差别一窗受理). */
  readonly oneWindow?: boolean
  /** Served outside working hours (非工作时间可办). */
  readonly outsideHours?: boolean
}

/** Everything one can filter by. Yes/no facets have the single value `'1'`. */
export type FacetName = 'department' | 'area' | 'audience' | 'theme' | 'online' | 'oneWindow' | 'outsideHours'

/** A learned alias (习得别名): words people used before opening the item, accepted by staff. */
export interface LearnedAlias {
  readonly itemId: string
  readonly text: string
}

/** A pin (置顶): for exactly this question these items come first, in this order. */
export interface Pin {
  readonly question: string
  readonly itemIds: readonly string[]
  /** Instant (ms since 1970) from which the pin no longer holds; none: for ever. */
  readonly expiresAt?: number
}

/** A past question (往日提问) offered as a completion; no identity, only words and how often. */
export interface PastQuestion {
  readonly text: string
  readonly count: number
}

/** One alternative wording with its weight, 0 < weight ≤ 1. */
export interface Meaning {
  readonly text: string
  readonly weight: number
}

/**
 * One line of the lexicon (同义词表). `means`: each word also means each meaning (one way).
 * `same`: the words are a group, each means the others.
 */
export interface LexiconEntry {
  /** Field of life (领域) the line is filed under, e.g. 房产. */
  readonly field: string
  readonly kind: 'means' | 'same'
  readonly words: readonly Meaning[]
  readonly means: readonly Meaning[]
}

/** What a snapshot is made of. */
export interface CompileInput {
  readonly items: readonly CompileItem[]
  readonly lexicon?: readonly LexiconEntry[]
  readonly learned?: readonly LearnedAlias[]
  readonly pins?: readonly Pin[]
  readonly questions?: readonly PastQuestion[]
  /** The publisher's version of the centre's search data; given back by `Snapshot.version`. */
  readonly version?: number
}

/** Values wanted per facet: values of one facet are alternatives, facets narrow each other. */
export type Filters = Partial<Record<FacetName, readonly string[]>>

/** How many of all matching items have each value; each facet is counted without its own filter. */
export type FacetCounts = Record<FacetName, readonly { readonly value: string; readonly count: number }[]>

/** How sure the engine is, for the wording on screen; never for hiding results. */
export type Confidence = 'sure' | 'unsure' | 'none'

/** Options of a search. */
export interface SearchOptions {
  /** Hits wanted, 1–200; default 10. */
  readonly limit?: number
  /** Hits to skip, for paging; default 0. */
  readonly offset?: number
  readonly filters?: Filters
  /** Count facet values too; default false. */
  readonly counts?: boolean
  /** Present instant in ms, to know which pins hold; without it pins with an expiry are ignored. */
  readonly now?: number
}

/** A range `[start, end)` of UTF-16 units of the item's name. */
export type Range = readonly [start: number, end: number]

/** One result. */
export interface SearchHit {
  readonly id: string
  readonly name: string
  readonly department: string
  readonly category: string
  /** The display columns given to the compiler (area, floor …); empty texts are left out. */
  readonly fields: Readonly<Record<string, string>>
  /** Comparable within one result only. */
  readonly score: number
  /** Share of the question that this item explains, 0–1. */
  readonly explained: number
  /** Put here by a pin. */
  readonly pinned: boolean
  /** Ranges of the name that the question explains. */
  readonly highlights: readonly Range[]
}

/** The answer to one question. */
export interface SearchResult {
  readonly hits: readonly SearchHit[]
  /** How many items match at all (after filters). */
  readonly total: number
  readonly confidence: Confidence
  /** The question as the engine would have written it (拼音转写 or 纠错), when it differs. */
  readonly didYouMean?: string
  /** The question was longer than 200 characters; only the first 200 were read. */
  readonly truncated: boolean
  /** With `counts: true`. */
  readonly facets?: FacetCounts
}

/** A completion offered while typing. */
export interface Suggestion {
  readonly text: string
  readonly kind: 'name' | 'alias' | 'question' | 'word'
  /** The item that a name or alias belongs to. */
  readonly itemId?: string
}

/** Why an item ranks where it does, in Chinese words for staff. */
export interface Explanation {
  readonly id: string
  readonly name: string
  /** 1-based rank for this question, 0 when it is not found. */
  readonly rank: number
  readonly score: number
  /** One sentence a line, in the order in which the score is made. */
  readonly lines: readonly string[]
}
