import { FACETS } from '../snapshot/layout'
import { listAt, runCount, textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'
import type { FacetCounts, FacetName, Filters } from '../types'

/**
 * Which wanted facets each item fails, as a mask of facet numbers: 0 passes all filters, and an item that fails only
 * one facet still counts among that facet's other values. None: nothing is filtered.
 */
export type Failures = Uint8Array | undefined

/** Works the filters out for every item; a facet with an empty list of values does not filter. */
export function failuresOf(snapshot: Snapshot, filters: Filters = {}): Failures {
  const wanted = FACETS.map((facet) => filters[facet]).map((values) => (values && values.length > 0 ? values : undefined))
  const mask = wanted.reduce((sum, values, facet) => (values ? sum | (1 << facet) : sum), 0)
  if (mask === 0) return undefined
  const failures = new Uint8Array(snapshot.itemCount).fill(mask)
  eachValue(snapshot, (facet, row) => {
    if (wanted[facet]?.includes(textAt(snapshot.data.facetValues, row))) eachItem(snapshot, row, (item) => (failures[item] &= ~(1 << facet)))
  })
  return failures
}

/** Counts the values of every facet among the items found, most frequent first. */
export function countFacets(snapshot: Snapshot, found: readonly number[], failures: Failures): FacetCounts {
  const isFound = new Uint8Array(snapshot.itemCount)
  for (const item of found) isFound[item] = 1
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, [] as { value: string; count: number }[]])) as Record<FacetName, { value: string; count: number }[]>
  eachValue(snapshot, (facet, row) => {
    let count = 0
    eachItem(snapshot, row, (item) => {
      if (isFound[item] && (!failures || (failures[item] & ~(1 << facet)) === 0)) count++
    })
    if (count > 0) counts[FACETS[facet]].push({ value: textAt(snapshot.data.facetValues, row), count })
  })
  for (const facet of FACETS) counts[facet].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return counts
}

function eachValue(snapshot: Snapshot, visit: (facet: number, row: number) => void): void {
  for (let row = 0; row < runCount(snapshot.data.facetValues); row++) visit(snapshot.data.facetNumbers[row], row)
}

function eachItem(snapshot: Snapshot, row: number, visit: (item: number) => void): void {
  let item = 0
  for (const distance of listAt(snapshot.data.facetItems, row)) visit((item += distance))
}
