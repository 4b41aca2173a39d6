import { useMemo } from 'react'
import { View } from '@tarojs/components'
import type { SearchHit, SearchResult } from '@shared/search'
import { windowHeight } from '../platform/device'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Stretch } from '../ui/stretch'
import { HitRow } from './hit-row'
import './results.scss'

/** How many results are added each time the end is reached: a long list never stands there whole. */
export const pageOfHits = 10
/** Most results shown; who has seen so many had better ask otherwise. */
const mostHits = 200

/** Height in CSS pixels of the lowest row, and of what stands at least above the results while one types. */
const lowestRow = 73
const above = 236

/** How many results fill the window: what is not seen costs no time while one types. */
export const hitsOnScreen = (): number => Math.max(6, Math.ceil((windowHeight() - above) / lowestRow))

/** Results, best first, more on demand. */
export interface HitListProps {
  readonly result: SearchResult
  /** How many results there are before the first "more". */
  readonly first: number
  readonly areaName: (area: string) => string
  readonly onOpen: (hit: SearchHit, rank: number) => void
  readonly onMore: () => void
}

/** A list of results; the end offers more (reaching it does the same). Of a long one only what is near the screen is drawn. */
export function HitList({ result, first, areaName, onOpen, onMore }: HitListProps) {
  // Keyed by place, not by item: the next letter changes words in rows that stand, and builds none anew.
  const rows = (from: number, to: number) =>
    result.hits.slice(from, to).map((hit, index) => <HitRow key={index} hit={hit} rank={from + index + 1} areaName={areaName} onOpen={onOpen} />)
  const stretches = useMemo(() => Array.from({ length: Math.ceil(Math.max(0, result.hits.length - first) / pageOfHits) }, (_, index) => first + index * pageOfHits), [result.hits.length, first])
  return (
    <>
      <Card flush>
        {rows(0, first)}
        {stretches.map((from) => <Stretch key={from}>{() => rows(from, from + pageOfHits)}</Stretch>)}
      </Card>
      {result.hits.length < result.total && result.hits.length < mostHits ? (
        <View className='results__more'><Button kind='plain' wide onTap={onMore}>{texts.common.more}</Button></View>
      ) : null}
    </>
  )
}
