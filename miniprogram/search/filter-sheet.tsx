import { useState } from 'react'
import { View } from '@tarojs/components'
import type { FacetName, Filters, SearchResult } from '@shared/search'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { Chips } from '../ui/chips'
import { Sheet } from '../ui/sheet'
import { filterCount, flagFacets, toggleFilter, valueFacets } from './filters'
import './filter-sheet.scss'

const words = texts.search
/** Values of one facet that show before one asks for all. */
const few = 8

/** The filters of a search. */
export interface FilterSheetProps {
  readonly open: boolean
  readonly filters: Filters
  readonly result: SearchResult | undefined
  readonly areaName: (area: string) => string
  readonly onChange: (filters: Filters) => void
  readonly onClose: () => void
}

/** Filters with counts: values of one facet are alternatives, facets narrow each other. */
export function FilterSheet({ open, filters, result, areaName, onChange, onClose }: FilterSheetProps) {
  const [whole, setWhole] = useState<readonly FacetName[]>([])
  if (!open) return null
  const facets = result?.facets
  const toggle = (facet: FacetName) => (value: string) => onChange(toggleFilter(filters, facet, value))
  const flags = flagFacets.flatMap((facet) => {
    const count = facets?.[facet][0]?.count ?? 0
    return count > 0 || filters[facet] ? [{ value: facet, label: words.flags[facet], count }] : []
  })
  return (
    <Sheet open title={words.filters} closeLabel={texts.common.close} onClose={onClose}>
      {flags.length > 0 ? (
        <View className='filter-sheet__group'>
          <View className='filter-sheet__title'>{words.flagsTitle}</View>
          <Chips label={words.flagsTitle} choices={flags} chosen={flagFacets.filter((facet) => filters[facet])} onChoose={(facet) => toggle(facet)('1')} />
        </View>
      ) : null}
      {valueFacets.map((facet) => {
        const counted = facets?.[facet] ?? []
        const chosen = filters[facet] ?? []
        const values = [...counted, ...chosen.filter((value) => !counted.some((one) => one.value === value)).map((value) => ({ value, count: 0 }))]
        if (values.length === 0) return null
        const shown = whole.includes(facet) ? values : values.filter(({ value }, index) => index < few || chosen.includes(value))
        return (
          <View key={facet} className='filter-sheet__group'>
            <View className='filter-sheet__title'>{words.facets[facet]}</View>
            <Chips
              label={words.facets[facet]}
              choices={shown.map(({ value, count }) => ({ value, count, label: facet === 'area' ? areaName(value) : value }))}
              chosen={chosen}
              onChoose={toggle(facet)}
            />
            {shown.length < values.length ? <Button kind='text' onTap={() => setWhole([...whole, facet])}>{words.moreValues}</Button> : null}
          </View>
        )
      })}
      <View className='filter-sheet__foot'>
        {filterCount(filters) > 0 ? <Button kind='plain' onTap={() => onChange({})}>{words.clearFilters}</Button> : null}
        <Button wide onTap={onClose}>{words.showResults(result?.total ?? 0)}</Button>
      </View>
    </Sheet>
  )
}
