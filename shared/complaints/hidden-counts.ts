/** Counts under this many are not shown, so that nobody can be told from the others (docs/figures.md). */
export const smallest = 5

/** What is shown of a count: exactly so many when both bounds are the same; a range; or nothing. */
export interface ShownCount {
  readonly least?: number
  readonly most?: number
}

/** Counts by measure: of the whole, and of its divisions (by kind, by month), the rows of each of which add up to the whole. */
export interface Tally<M extends string> {
  readonly whole: Readonly<Record<M, number>>
  readonly divisions: readonly (readonly Readonly<Record<M, number>>[])[]
}

/** The same with what is shown of each count. */
export interface ShownTally<M extends string> {
  readonly whole: Readonly<Record<M, ShownCount>>
  readonly divisions: readonly (readonly Readonly<Record<M, ShownCount>>[])[]
}

/** A row: its counts, and what is shown of them so far. */
interface Row<M extends string> {
  readonly counts: Readonly<Record<M, number>>
  readonly shown: Record<M, ShownCount>
}

/** One complaint more, or one fewer, in a row; all the steps of a move together change no sum. */
interface Step<M extends string> {
  readonly row: Row<M>
  readonly by: 1 | -1
}

const exact = ({ least, most }: ShownCount): boolean => least !== undefined && least === most
const allows = ({ least = 0, most = Infinity }: ShownCount, count: number): boolean => count >= least && count <= most

/** What is shown of each count of a row when it is looked at alone: small counts, and those that leave few of what they are a part of, only as a range. */
function firstShown<M extends string>(counts: Readonly<Record<M, number>>, measures: readonly M[], partOf: Partial<Record<M, M>>): Record<M, ShownCount> {
  const shown = {} as Record<M, ShownCount>
  for (const measure of measures) {
    const count = counts[measure]
    const whole = partOf[measure]
    const left = whole === undefined ? Infinity : counts[whole] - count
    const { least, most } = whole === undefined ? {} : shown[whole]
    if (count < smallest) shown[measure] = { most: smallest - 1 }
    else if (left === 0 || left >= smallest) shown[measure] = { least: count, most: count }
    else shown[measure] = least === undefined || most === undefined ? {} : { least: Math.max(0, least - smallest + 1), most: most - 1 }
  }
  return shown
}

/**
 * Shows as many of the counts as can be shown without telling a small one.
 *
 * Small is every count from 1 to 4, and every difference of a count and what it is a part of: rated and satisfied tell how many were
 * not satisfied. A small one is safe when there is another table that agrees with everything that is shown, in which it is another
 * number: that table is found by moving a complaint from one row to another, or by adding or taking away one in a row of each
 * division. Where no such table agrees, the counts that stand in the way of the cheapest one are hidden. Hiding only ever adds tables
 * that agree, so one round is enough, and what was safe stays safe.
 * @param measures each after what it is a part of
 * @param partOf of which measure each is a part; the same complaints are counted, so it is never more
 */
export function hideCounts<M extends string>(tally: Tally<M>, measures: readonly M[], partOf: Partial<Record<M, M>>): ShownTally<M> {
  const rowOf = (counts: Readonly<Record<M, number>>): Row<M> => ({ counts, shown: firstShown(counts, measures, partOf) })
  const whole = rowOf(tally.whole)
  const divisions = tally.divisions.map((rows) => rows.map(rowOf))

  /** The measures that have to change with one so that no part becomes more than its whole in any row of the move. */
  function closed(measure: M, steps: readonly Step<M>[]): Set<M> {
    const set = new Set([measure])
    // A set grows while it is gone through, and what is added is gone through too.
    for (const one of set) for (const { row: { counts }, by } of steps) {
      const above = partOf[one]
      if (by > 0 && above !== undefined && counts[above] === counts[one]) set.add(above)
      if (by < 0) for (const part of measures) if (partOf[part] === one && counts[part] === counts[one]) set.add(part)
    }
    return set
  }

  /** Moves that touch a row and add up; a complaint more or fewer in it. */
  function* movesOf(row: Row<M>): Generator<Step<M>[]> {
    for (const by of [1, -1] as const) {
      const others = (rows: readonly Row<M>[]): readonly Row<M>[] => (rows.includes(row) ? [row] : rows)
      // One in each division, and in the whole.
      const combined = divisions.reduce<Step<M>[][]>((all, rows) => all.flatMap((steps) => others(rows).map((one) => [...steps, { row: one, by }])), [[{ row: whole, by }]])
      yield* combined
      for (const rows of divisions) if (rows.includes(row)) for (const other of rows) if (other !== row) yield [{ row, by }, { row: other, by: by === 1 ? -1 : 1 }]
    }
  }

  /** The counts that keep a move from agreeing with what is shown; undefined when it cannot be at all. */
  function inTheWay(steps: readonly Step<M>[], changed: ReadonlySet<M>): [Row<M>, M][] | undefined {
    const blocked: [Row<M>, M][] = []
    for (const { row, by } of steps) for (const measure of changed) {
      const next = row.counts[measure] + by
      if (next < 0) return undefined
      if (!allows(row.shown[measure], next)) blocked.push([row, measure])
    }
    return blocked
  }

  /** What it costs to hide a count: a range is lost easily, a large count less so, the whole last. */
  const cost = ([row, measure]: [Row<M>, M]): number => (row === whole ? 1e6 : 0) + (exact(row.shown[measure]) ? 1000 + row.counts[measure] : 1)

  /** Makes a small number safe; `changes` tells whether a set of measures changes it. */
  function protect(row: Row<M>, starts: readonly M[], changes: (set: ReadonlySet<M>) => boolean): void {
    let best: [Row<M>, M][] | undefined
    let price = Infinity
    for (const steps of movesOf(row)) for (const start of starts) {
      const changed = closed(start, steps)
      const blocked = changes(changed) ? inTheWay(steps, changed) : undefined
      const sum = blocked?.reduce((all, it) => all + cost(it), 0) ?? Infinity
      if (sum < price) [best, price] = [blocked, sum]
      if (price === 0) return
    }
    for (const [at, measure] of best ?? []) at.shown[measure] = {}
  }

  const small = (count: number) => count > 0 && count < smallest
  for (const row of [whole, ...divisions.flat()]) for (const measure of measures) {
    if (small(row.counts[measure])) protect(row, [measure], () => true)
    const above = partOf[measure]
    if (above !== undefined && small(row.counts[above] - row.counts[measure])) protect(row, [measure, above], (set) => set.has(measure) !== set.has(above))
  }
  return { whole: whole.shown, divisions: divisions.map((rows) => rows.map(({ shown }) => shown)) }
}
