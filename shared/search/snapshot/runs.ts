/**
 * Runs: many small sequences in one array. The length of a run is one byte (255: look it up among the long ones), and every
 * 32nd run has its start written out, so that finding a run costs at most 31 additions and the table compresses well.
 */
export interface Runs<Units extends Uint8Array | Uint16Array> {
  /** Length of each run, 255 for a long one. */
  readonly lengths: Uint8Array
  /** Start of runs 0, 32, 64 … */
  readonly starts: Uint32Array
  /** Long runs as (run, length) pairs, ascending. */
  readonly long: Uint32Array
  /** The sequences, one after the other. */
  readonly units: Units
}

/** A length byte of 255 stands for "among the long runs". */
const LONG = 255
const BLOCK = 32

/** How many runs there are. */
export const runCount = (runs: Runs<Uint8Array | Uint16Array>): number => runs.lengths.length

/** Length of run `i` in units. */
export function runLength(runs: Runs<Uint8Array | Uint16Array>, i: number): number {
  const length = runs.lengths[i]
  if (length < LONG) return length
  let low = 0
  let high = runs.long.length / 2 - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs.long[middle * 2] < i) low = middle + 1
    else high = middle
  }
  return runs.long[low * 2 + 1]
}

/** Index of the first unit of run `i`. */
export function runStart(runs: Runs<Uint8Array | Uint16Array>, i: number): number {
  const block = (i / BLOCK) | 0
  let start = runs.starts[block]
  for (let j = block * BLOCK; j < i; j++) start += runs.lengths[j] < LONG ? runs.lengths[j] : runLength(runs, j)
  return start
}

/** Run `i` as a text of UTF-16 units. */
export function textAt(texts: Runs<Uint16Array>, i: number): string {
  const start = runStart(texts, i)
  const end = start + runLength(texts, i)
  let text = ''
  for (let j = start; j < end; j++) text += String.fromCharCode(texts.units[j])
  return text
}

/** Builds runs from texts. */
export function packTexts(texts: readonly string[]): Runs<Uint16Array> {
  const units = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0))
  let at = 0
  for (const text of texts) for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i)
  return { ...packLengths(texts.map((text) => text.length)), units }
}

/** Builds runs from byte sequences. */
export function packBytes(sequences: readonly Uint8Array[]): Runs<Uint8Array> {
  const units = new Uint8Array(sequences.reduce((sum, sequence) => sum + sequence.length, 0))
  let at = 0
  for (const sequence of sequences) {
    units.set(sequence, at)
    at += sequence.length
  }
  return { ...packLengths(sequences.map((sequence) => sequence.length)), units }
}

function packLengths(lengths: readonly number[]): Omit<Runs<never>, 'units'> {
  const starts: number[] = []
  const long: number[] = []
  let start = 0
  lengths.forEach((length, i) => {
    if (i % BLOCK === 0) starts.push(start)
    if (length >= LONG) long.push(i, length)
    start += length
  })
  return { lengths: Uint8Array.from(lengths, (length) => Math.min(length, LONG)), starts: Uint32Array.from(starts), long: Uint32Array.from(long) }
}
