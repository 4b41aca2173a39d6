import type { FacetName, Filters } from '@shared/search'

/** Facets with one value, yes. */
export const flagFacets = ['online', 'oneWindow', 'outsideHours'] as const
/** Facets with many values. */
export const valueFacets = ['area', 'department', 'audience', 'theme'] as const

/** Adds a value to a facet's wanted ones, or takes it out; a facet left without values disappears. */
export function toggleFilter(filters: Filters, facet: FacetName, value: string): Filters {
  const wanted = filters[facet] ?? []
  const next = wanted.includes(value) ? wanted.filter((other) => other !== value) : [...wanted, value]
  const { [facet]: _, ...others } = filters
  return next.length > 0 ? { ...others, [facet]: next } : others
}

/** How many values are wanted in all. */
export const filterCount = (filters: Filters): number => Object.values(filters).reduce((sum, values) => sum + (values?.length ?? 0), 0)

/** The filters as the server's query takes them. */
export function filterQuery(filters: Filters) {
  const values = (facet: (typeof valueFacets)[number]) => (filters[facet] ? { [facet]: [...filters[facet]!] } : {})
  const flag = (facet: (typeof flagFacets)[number]) => (filters[facet] ? { [facet]: true } : {})
  return Object.assign({}, ...valueFacets.map(values), ...flagFacets.map(flag)) as { department?: string[]; area?: string[]; audience?: string[]; theme?: string[]; online?: boolean; oneWindow?: boolean; outsideHours?: boolean }
}
