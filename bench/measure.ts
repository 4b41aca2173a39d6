/** Percentile of unsorted values by nearest rank, 0 < share ≤ 1; 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}

/** Rounds to `digits` decimals, for results that people read. */
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** Runs `work` and says how long it took, in milliseconds. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

/** The median of `times` runs of `work`, in milliseconds. */
export async function medianOf(times: number, work: () => unknown): Promise<number> {
  const runs: number[] = []
  for (let i = 0; i < times; i++) runs.push((await timed(work)).ms)
  return percentile(runs, 0.5)
}

/** A random number generator that gives the same numbers for the same seed (mulberry32), 0 ≤ x < 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A line about what is being done, on stderr, so that stdout holds results only. */
export const progress = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
