import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import type { FacetName, SearchHit } from '@shared/search'
import { PageFrame } from '../../frame/page-frame'
import { open } from '../../platform/navigate'
import { usePageQuery, useReachEnd } from '../../platform/page'
import { useShare } from '../../platform/share'
import { flagFacets, valueFacets } from '../../search/filters'
import { HitList, pageOfHits } from '../../search/hit-list'
import { useSearch } from '../../search/use-search'
import { useAreaName } from '../../state/use-area-name'
import { texts } from '../../texts'
import { Notice, EmptyState, ErrorState } from '../../ui/states'
import { SearchBox } from '../../ui/search-box'
import { Skeleton } from '../../ui/skeleton'

const facetNames: readonly string[] = [...flagFacets, ...valueFacets]
const words = texts.search

const openHit = (hit: SearchHit) => void open('pages/item/index', { id: hit.id, name: hit.name })

/** The items with one property, e.g. of one area: `facet`, `value`, and the `name` to show; can be searched within. */
export default function ItemsPage() {
  const { facet = 'area', value = '', name = value } = usePageQuery()
  const [text, setText] = useState('')
  const [box, setBox] = useState(0)
  const [limit, setLimit] = useState(pageOfHits)
  const filters = useMemo(() => (facetNames.includes(facet) && value ? { [facet as FacetName]: [value] } : {}), [facet, value])
  const { result, problem, retry } = useSearch({ text, filters, limit })
  const areaName = useAreaName()
  const title = facet === 'area' ? areaName(name) : name
  useShare(() => ({ title, page: 'pages/items/index', query: { facet, value, name } }))
  const more = () => setLimit(limit + pageOfHits)
  useReachEnd(() => {
    if (result && result.hits.length < result.total) more()
  })
  return (
    <PageFrame title={title}>
      <SearchBox
        key={box}
        id='search-within'
        label={words.label}
        placeholder={words.placeholder}
        clearLabel={words.clear}
        filled={text !== ''}
        onInput={setText}
        onConfirm={setText}
        onClear={() => {
          setText('')
          setBox(box + 1)
        }}
      />
      <View className='results__head' role='status'>{`${title} · ${words.browsed(result?.total ?? 0)}`}</View>
      {problem ? <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={retry} /> : null}
      {!result && !problem ? <Skeleton lines={8} label={texts.common.loading} /> : null}
      {result?.confidence === 'unsure' ? <Notice tone='warn'>{words.unsure}</Notice> : null}
      {result && result.hits.length === 0 ? <EmptyState title={words.empty} /> : null}
      {result && result.hits.length > 0 ? (
        <HitList result={result} first={pageOfHits} areaName={areaName} onMore={more} onOpen={openHit} />
      ) : null}
    </PageFrame>
  )
}
