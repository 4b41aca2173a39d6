/**
 * Item search (事项检索): compile a catalogue and the centre's words into a snapshot, open it anywhere, ask it questions.
 * See docs/search.md.
 */
import type { Snapshot } from './snapshot/snapshot'
import type { Range } from './types'
import { highlightName } from './query/highlight'
import { readQuestion } from './query/question'

export { compileSnapshot } from './compiler/compile'
export { openSnapshot, type Snapshot } from './snapshot/snapshot'
export { FORMAT_VERSION as SNAPSHOT_FORMAT } from './snapshot/layout'
export { SnapshotError, type SnapshotFault } from './snapshot/snapshot-error'
export { search } from './query/search'
export { explain } from './query/explain'
export { suggest } from './query/suggest'
export { rehearsal, warm } from './query/warm'
export { parseLexicon, type LexiconProblem, type ParsedLexicon } from './lexicon/parse-lexicon'
export type * from './types'

/** Id and code of every item in a snapshot; an empty code where an item has none. For codes on walls, which name an item. */
export const itemCodes = (snapshot: Snapshot): { readonly id: string; readonly code: string }[] =>
  Array.from({ length: snapshot.itemCount }, (_, item) => ({ id: snapshot.id(item), code: snapshot.code(item) }))

/** Ranges of a text, e.g. a name shown elsewhere than in a result, that the question or its synonyms explain. */
export const highlight = (snapshot: Snapshot, typed: string, text: string): Range[] => highlightName(readQuestion(snapshot, typed), text)
