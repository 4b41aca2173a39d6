import { useState } from 'react'
import { View } from '@tarojs/components'
import type { FacetName } from '@shared/search'
import { open } from '../platform/navigate'
import { useSearch } from './use-search'
import { useAreaName } from '../state/use-area-name'
import { texts } from '../texts'
import { Card } from '../ui/card'
import { Skeleton } from '../ui/skeleton'
import { ErrorState } from '../ui/states'
import { Tabs } from '../ui/tabs'
import { Tappable } from '../ui/tappable'
import './browse.scss'

const words = texts.search
const ways = (['area', 'theme', 'department', 'audience'] as const).map((value) => ({ value, label: words.by[value] }))
type Way = (typeof ways)[number]['value']

const everything = { text: '', filters: {}, limit: 1, counts: true }

/** The catalogue by area, theme, department or audience, with how many items each has. */
export function Browse() {
  const [way, setWay] = useState<Way>('area')
  const { result, problem, retry } = useSearch(everything)
  const areaName = useAreaName()
  const values = result?.facets?.[way as FacetName] ?? []
  return (
    <Card title={words.browseTitle}>
      <Tabs label={words.browseTitle} tabs={ways} chosen={way} onChoose={setWay} />
      {problem ? <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={retry} /> : null}
      {!result && !problem ? <Skeleton label={texts.common.loading} /> : null}
      <View className='browse'>
        {values.map(({ value, count }) => {
          const name = way === 'area' ? areaName(value) : value
          return (
            <Tappable key={value} role='link' className='browse__cell' onTap={() => void open('pages/items/index', { facet: way, value, name })}>
              <View className='browse__name'>{name}</View>
              <View className='browse__count'>{words.count(count)}</View>
            </Tappable>
          )
        })}
      </View>
    </Card>
  )
}
