import type { Snapshot } from '../snapshot/snapshot'

/** Scores of items, added up while a question is answered; empty between questions. A large catalogue's are made once and used again. */
export interface Tally {
  readonly scores: Float32Array
  /** The items whose score is not 0, each once: the first `size`. */
  readonly items: Uint32Array
  size: number
}

/** Tallies of a whole question, of one lexicon span, of one meaning: each is added up while the one before waits. */
export interface Tallies {
  readonly question: Tally
  readonly span: Tally
  readonly meaning: Tally
}

const makeTally = (itemCount: number): Tally => ({ scores: new Float32Array(itemCount), items: new Uint32Array(itemCount), size: 0 })

/** The snapshot's tallies. One search at a time uses them, which is no limit where JavaScript runs on one thread. */
export const talliesOf = (snapshot: Snapshot): Tallies =>
  snapshot.derive('tallies', () => ({ question: makeTally(snapshot.itemCount), span: makeTally(snapshot.itemCount), meaning: makeTally(snapshot.itemCount) }))

/** Items that match a question at all, in whichever reading of it. */
export class Matches {
  private readonly marks: Uint8Array
  /** How many there are. */
  count = 0

  constructor(itemCount: number) {
    this.marks = new Uint8Array(itemCount)
  }

  add(item: number): void {
    this.count += 1 - this.marks[item]
    this.marks[item] = 1
  }

  has(item: number): boolean {
    return this.marks[item] === 1
  }

  /** Their numbers, ascending. */
  toArray(): number[] {
    const items: number[] = []
    this.marks.forEach((mark, item) => mark && items.push(item))
    return items
  }
}
