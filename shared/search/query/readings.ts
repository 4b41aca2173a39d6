import type { Snapshot } from '../snapshot/snapshot'

/** One way to read what was typed. */
export interface Reading {
  readonly text: string
  /** 1 as typed, less for a guess. */
  readonly weight: number
}

/** All readings worth asking, as typed first. */
export function readingsOf(_snapshot: Snapshot, typed: string): Reading[] {
  return [{ text: typed, weight: 1 }]
}
