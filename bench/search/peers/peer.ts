/** An engine under comparison, ready to answer. */
export interface OpenPeer {
  /** Numbers of the best items, best first, at most `limit`; numbers index the names it was built from. */
  search(question: string, limit: number): number[] | Promise<number[]>
  close?(): void | Promise<void>
}

/** One engine under comparison: how it is built from item names, saved, and loaded again. */
export interface Peer {
  /** Shown in tables and the picture. */
  readonly name: string
  /** How it was set up, for the written results. */
  readonly setting: string
  /** Builds the index from names; what a publisher would do. */
  build(names: readonly string[]): Promise<OpenPeer>
  /** The built index as bytes that `load` accepts; absent where an index lives in a database only. */
  save?(built: OpenPeer, names: readonly string[]): Promise<Uint8Array>
  /** What a server or phone does with the saved bytes before its first answer. */
  load?(bytes: Uint8Array): Promise<OpenPeer>
}
