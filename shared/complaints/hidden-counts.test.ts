import fc from 'fast-check'
import { measureList, wholeOf, type Measure } from './figures'
import { hideCounts, type ShownCount, type ShownTally, type Tally } from './hidden-counts'

type Two = 'raised' | 'part'
const two: readonly Two[] = ['raised', 'part']
const partOfTwo = { part: 'raised' } as const

/** The table of complaints that each have a kind, a month, and what they count as. */
function tallyOf<M extends string>(cases: readonly { kind: number; month: number; is: readonly M[] }[], measures: readonly M[], kinds: number, months: number): Tally<M> {
  const count = (some: typeof cases) => Object.fromEntries(measures.map((measure) => [measure, some.filter(({ is }) => is.includes(measure)).length])) as Record<M, number>
  const by = (rows: number, key: 'kind' | 'month') => Array.from({ length: rows }, (_, at) => count(cases.filter((it) => it[key] === at)))
  return { whole: count(cases), divisions: [by(kinds, 'kind'), by(months, 'month')] }
}
const rowsOf = <T>({ whole, divisions }: { whole: T; divisions: readonly (readonly T[])[] }): T[] => [whole, ...divisions.flat()]

/** Complaints that count as a measure only if they count as what it is a part of. */
const realCase = (kinds: number, months: number) => fc.record({ kind: fc.nat(kinds - 1), month: fc.nat(months - 1), is: fc.subarray([...measureList]) })
  .map(({ is, ...it }) => {
    const whole: Partial<Record<Measure, Measure>> = wholeOf
    const kept = new Set<Measure>(['received'])
    for (const measure of measureList) if (is.includes(measure) && kept.has(whole[measure] ?? 'received')) kept.add(measure)
    return { ...it, is: [...kept] }
  })

test('a small count is not shown, and neither is one that can be found by subtracting', () => {
  const row = (raised: number) => ({ raised, part: 0 })
  const { whole, divisions: [kinds] } = hideCounts<Two>({ whole: row(30), divisions: [[row(3), row(7), row(20)]] }, two, partOfTwo)
  expect(whole.raised).toEqual({ least: 30, most: 30 })
  expect(kinds?.map((it) => it.raised)).toEqual([{ most: 4 }, {}, { least: 20, most: 20 }])
})

test('a large part that leaves few is shown as a range', () => {
  const row = (raised: number, part: number) => ({ raised, part })
  const { whole } = hideCounts<Two>({ whole: row(40, 38), divisions: [[row(20, 19), row(20, 19)]] }, two, partOfTwo)
  expect(whole).toEqual({ raised: { least: 40, most: 40 }, part: { least: 36, most: 39 } })
})

test('where all of a count are a part of it, both are shown', () => {
  const row = (raised: number) => ({ raised, part: raised })
  const { whole } = hideCounts<Two>({ whole: row(23), divisions: [[row(20), row(3)]] }, two, partOfTwo)
  expect(whole).toEqual({ raised: { least: 23, most: 23 }, part: { least: 23, most: 23 } })
})

test('where every count is large and leaves none or many, all is shown', () => {
  const row = (raised: number, part: number) => ({ raised, part })
  const shown = hideCounts<Two>({ whole: row(90, 50), divisions: [[row(40, 20), row(50, 30)], [row(60, 30), row(30, 20)]] }, two, partOfTwo)
  for (const it of rowsOf(shown)) for (const measure of two) expect(it[measure].least).toBe(it[measure].most)
})

test('what is shown is true', () => {
  fc.assert(fc.property(fc.array(realCase(3, 4), { maxLength: 120 }), (cases) => {
    const tally = tallyOf<Measure>(cases, measureList, 3, 4)
    const shown = rowsOf(hideCounts(tally, measureList, wholeOf))
    rowsOf(tally).forEach((counts, at) => {
      for (const measure of measureList) {
        const { least = 0, most = Infinity } = shown[at]?.[measure] as ShownCount
        expect(least).toBeGreaterThanOrEqual(0)
        expect(counts[measure]).toBeGreaterThanOrEqual(least)
        expect(counts[measure]).toBeLessThanOrEqual(most)
        if (least === most) expect(counts[measure]).toBeGreaterThanOrEqual(5)
      }
    })
  }), { numRuns: 20 })
})

/** What somebody finds out who narrows every count and every difference by all sums and by what is part of what, until nothing gives any more. */
function narrowed(shown: ShownTally<Measure>): { counts: [number, number][][]; left: [number, number][][] } {
  const rows = rowsOf(shown)
  const counts = rows.map((row) => measureList.map((measure): [number, number] => [row[measure].least ?? 0, row[measure].most ?? 1e6]))
  const left = rows.map(() => measureList.map((): [number, number] => [0, 1e6]))
  const above = measureList.map((measure) => measureList.indexOf((wholeOf as Partial<Record<Measure, Measure>>)[measure] ?? 'received'))
  let moved = true
  /** whole = sum of parts. */
  const sum = (whole: [number, number], parts: readonly [number, number][]) => {
    const total = parts.reduce<[number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0])
    const set = (cell: [number, number], least: number, most: number) => {
      if (least > cell[0]) { cell[0] = least; moved = true }
      if (most < cell[1]) { cell[1] = most; moved = true }
    }
    set(whole, total[0], total[1])
    for (const part of parts) set(part, whole[0] - (total[1] - part[1]), whole[1] - (total[0] - part[0]))
  }
  for (let round = 0; moved && round < 200; round++) {
    moved = false
    measureList.forEach((_, m) => {
      let from = 1
      for (const division of shown.divisions) {
        sum(counts[0]?.[m] as [number, number], division.map((__, at) => counts[from + at]?.[m] as [number, number]))
        sum(left[0]?.[m] as [number, number], division.map((__, at) => left[from + at]?.[m] as [number, number]))
        from += division.length
      }
      if (m > 0) rows.forEach((__, at) => sum(counts[at]?.[above[m] as number] as [number, number], [counts[at]?.[m] as [number, number], left[at]?.[m] as [number, number]]))
    })
  }
  return { counts, left }
}

test('whoever narrows all that is shown by every sum finds no count from 1 to 4, and no difference from 1 to 4', () => {
  fc.assert(fc.property(fc.array(realCase(3, 4), { maxLength: 90 }), (cases) => {
    const tally = tallyOf<Measure>(cases, measureList, 3, 4)
    const found = narrowed(hideCounts(tally, measureList, wholeOf))
    rowsOf(tally).forEach((row, at) => measureList.forEach((measure, m) => {
      const [least, most] = found.counts[at]?.[m] as [number, number]
      expect(row[measure] >= least && row[measure] <= most).toBe(true)
      if (row[measure] >= 1 && row[measure] <= 4) expect(least).not.toBe(most)
      const above = (wholeOf as Partial<Record<Measure, Measure>>)[measure]
      const difference = above ? row[above] - row[measure] : 0
      const [fewest, greatest] = found.left[at]?.[m] as [number, number]
      if (difference >= 1 && difference <= 4) expect(fewest).not.toBe(greatest)
    }))
  }), { numRuns: 60 })
})

/** Every table up to a size that agrees with what is shown. */
function* agreeing({ whole, divisions: [kinds = [], months = []] }: ShownTally<Two>, upTo: number): Generator<Record<Two, number[]>> {
  const fits = ({ least = 0, most = Infinity }: ShownCount | undefined = {}, count: number) => count >= least && count <= most
  const columns = two.map((measure) => {
    const found: number[][] = []
    for (let all = 0; all <= upTo; all++) for (let kind = 0; kind <= all; kind++) for (let month = 0; month <= all; month++) {
      const column = [all, kind, all - kind, month, all - month]
      const cells = [whole[measure], kinds[0]?.[measure], kinds[1]?.[measure], months[0]?.[measure], months[1]?.[measure]]
      if (column.every((count, at) => fits(cells[at], count))) found.push(column)
    }
    return found
  })
  for (const raised of columns[0] ?? []) for (const part of columns[1] ?? []) if (part.every((count, at) => count <= (raised[at] as number))) yield { raised, part }
}

test('of every small count and difference, trying every table there is leaves at least two possibilities', () => {
  const smallCase = fc.record({ kind: fc.nat(1), month: fc.nat(1), is: fc.constantFrom<readonly Two[]>(['raised'], ['raised', 'part']) })
  fc.assert(fc.property(fc.array(smallCase, { maxLength: 13 }), (cases) => {
    const tally = tallyOf<Two>(cases, two, 2, 2)
    const possible = rowsOf(tally).map(() => ({ raised: new Set<number>(), part: new Set<number>(), left: new Set<number>() }))
    for (const { raised, part } of agreeing(hideCounts(tally, two, partOfTwo), 14)) {
      possible.forEach((it, at) => {
        it.raised.add(raised[at] as number)
        it.part.add(part[at] as number)
        it.left.add((raised[at] as number) - (part[at] as number))
      })
    }
    rowsOf(tally).forEach(({ raised, part }, at) => {
      for (const [name, count] of [['raised', raised], ['part', part], ['left', raised - part]] as const) {
        const found = possible[at]?.[name] as Set<number>
        expect(found.has(count)).toBe(true)
        if (count >= 1 && count <= 4) expect(found.size).toBeGreaterThan(1)
      }
    })
  }), { numRuns: 100 })
})
