import { FACETS, type SnapshotData } from '../snapshot/layout'
import { packLists, packTexts } from '../snapshot/runs'
import type { CompileItem, FacetName } from '../types'
import { compareTexts } from './compare'

type ItemSections = Pick<SnapshotData, 'ids' | 'names' | 'codes' | 'columnNames' | 'columnValues' | 'cells'>
type FacetSections = Pick<SnapshotData, 'facetNumbers' | 'facetValues' | 'facetItems'>

/** Lays out what is shown of the items: ids, names, codes and the display columns, department and category first. */
export function itemSections(items: readonly CompileItem[]): ItemSections & { readonly columnCount: number } {
  const extra = [...new Set(items.flatMap((item) => Object.keys(item.display || {})))].sort(compareTexts)
  const rows = items.map((item) => [item.department || '', item.category || '', ...extra.map((column) => item.display?.[column] || '')])
  const values = [...new Set(rows.flat())].sort(compareTexts)
  const numberOf = new Map(values.map((value, i) => [value, i]))
  const columnCount = 2 + extra.length
  const cells = new Uint32Array(columnCount * items.length)
  rows.forEach((row, item) => row.forEach((value, column) => (cells[column * items.length + item] = numberOf.get(value)!)))
  return {
    ids: packTexts(items.map((item) => item.id)),
    names: packTexts(items.map((item) => item.name)),
    codes: packTexts(items.map((item) => (item.code || '').toLowerCase())),
    columnNames: packTexts(['department', 'category', ...extra]),
    columnValues: packTexts(values),
    cells,
    columnCount,
  }
}

const YES = '1'

/** Values of one facet of an item. */
function facetValues(item: CompileItem, facet: FacetName): readonly string[] {
  if (facet === 'department') return item.department ? [item.department] : []
  const value = item.facets?.[facet]
  if (value === undefined || value === '' || value === false) return []
  return value === true ? [YES] : typeof value === 'string' ? [value] : [...new Set(value)]
}

function holdersOf(byValue: Map<string, number[]>, value: string): number[] {
  const holders = byValue.get(value) || []
  byValue.set(value, holders)
  return holders
}

/** Lays out the facets: each value that occurs, with the items that have it (as distances). */
export function facetSections(items: readonly CompileItem[]): FacetSections {
  const rows = FACETS.flatMap((facet, number) => {
    const byValue = new Map<string, number[]>()
    items.forEach((item, i) => facetValues(item, facet).forEach((value) => holdersOf(byValue, value).push(i)))
    return [...byValue].sort(([a], [b]) => compareTexts(a, b)).map(([value, holders]) => ({ number, value, holders }))
  })
  return {
    facetNumbers: Uint8Array.from(rows, (row) => row.number),
    facetValues: packTexts(rows.map((row) => row.value)),
    facetItems: packLists(rows.map(({ holders }) => holders.map((item, i) => (i === 0 ? item : item - holders[i - 1])))),
  }
}
