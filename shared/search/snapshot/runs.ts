/** Runs: many small sequences in one array, one after the other. */
export interface Runs<Units extends Uint16Array | Uint32Array> {
  /** Start of each run, and the end of the last. */
  readonly starts: Uint32Array
  readonly units: Units
}

/** Texts: runs of UTF-16 units. */
export type Texts = Runs<Uint16Array>
/** Lists of numbers. */
export type Lists = Runs<Uint32Array>

/** How many runs there are. */
export const runCount = ({ starts }: Texts | Lists): number => starts.length - 1

/** Length of run `i` in units. */
export const runLength = ({ starts }: Texts | Lists, i: number): number => starts[i + 1] - starts[i]

/** Text `i`. */
export function textAt({ starts, units }: Texts, i: number): string {
  let text = ''
  for (let at = starts[i], end = starts[i + 1]; at < end; at++) text += String.fromCharCode(units[at])
  return text
}

/** List `i`: a view. */
export const listAt = ({ starts, units }: Lists, i: number): Uint32Array => units.subarray(starts[i], starts[i + 1])

/** Texts side by side. */
export function packTexts(texts: readonly string[]): Texts {
  const starts = startsOf(texts)
  const units = new Uint16Array(starts[texts.length])
  let at = 0
  for (const text of texts) for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i)
  return { starts, units }
}

/** Lists side by side. */
export const packLists = (lists: readonly (readonly number[])[]): Lists => ({ starts: startsOf(lists), units: Uint32Array.from(lists.flat()) })

function startsOf(runs: readonly { readonly length: number }[]): Uint32Array {
  const starts = new Uint32Array(runs.length + 1)
  runs.forEach(({ length }, i) => (starts[i + 1] = starts[i] + length))
  return starts
}
