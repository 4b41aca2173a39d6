import { View } from '@tarojs/components'
import type { SearchHit, SearchResult } from '@shared/search'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { HitRow } from './hit-row'
import './results.scss'

/** How many results show at first, and are added each time the end is reached: a long list never stands there whole. */
export const pageOfHits = 10

/** Results, best first, more on demand. */
export interface HitListProps {
  readonly result: SearchResult
  readonly areaName: (area: string) => string
  readonly onOpen: (hit: SearchHit, rank: number) => void
  readonly onMore: () => void
}

/** A list of results; the end offers more (reaching it does the same). */
export function HitList({ result, areaName, onOpen, onMore }: HitListProps) {
  return (
    <>
      <Card flush>
        {/* Keyed by place, not by item: the next letter changes words in rows that stand, and builds none anew. */}
        {result.hits.map((hit, index) => <HitRow key={index} hit={hit} rank={index + 1} areaName={areaName} onOpen={onOpen} />)}
      </Card>
      {result.hits.length < result.total && result.hits.length < 200 ? (
        <View className='results__more'><Button kind='plain' wide onTap={onMore}>{texts.common.more}</Button></View>
      ) : null}
    </>
  )
}
