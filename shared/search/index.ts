/**
 * Item search (事项检索): compile a catalogue and the centre's words into a snapshot, open it anywhere, ask it questions.
 * See docs/search.md.
 */
export { compileSnapshot } from './compiler/compile'
export { openSnapshot, type Snapshot } from './snapshot/snapshot'
export { SnapshotError, type SnapshotFault } from './snapshot/snapshot-error'
export { search } from './query/search'
export { parseLexicon, type LexiconProblem, type ParsedLexicon } from './lexicon/parse-lexicon'
export type * from './types'
