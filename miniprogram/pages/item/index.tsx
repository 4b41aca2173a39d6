import { View } from '@tarojs/components'
import type { Item } from '@shared/items/item'
import { PageFrame } from '../../frame/page-frame'
import { StaleNotice } from '../../frame/stale-notice'
import { usePageQuery } from '../../platform/page'
import { useShare } from '../../platform/share'
import { useCentre } from '../../state/centre'
import { useItem } from '../../state/item'
import type { Stale } from '../../state/stand-in'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { ErrorState, Notice } from '../../ui/states'
import { Skeleton } from '../../ui/skeleton'
import { WaysOn } from '../../search/nothing-found'
import { Actions } from './actions'
import { badgesOf } from './guide'
import { BadgeMeanings, Conditions, Facts, LegalBasis } from './facts-cards'
import { Materials } from './materials'
import { OpinionsCard } from './opinions-card'
import { ReadAloud } from './read-aloud'
import { spokenOf } from './spoken'
import { WhenCard } from './when-card'
import { WhereCard } from './where-card'
import './index.scss'

const words = texts.item

/** One item (事项): its guide in the order in which a person needs it. Opened by `id`; a scanned code comes by pages/open. */
export default function ItemPage() {
  const query = usePageQuery()
  const { id = '' } = query
  const { value: item, problem, stale, reload } = useItem(id)
  const { value: centre } = useCentre()
  useShare(() => ({ title: item?.name ?? query.name ?? words.title, page: 'pages/item/index', query: { id } }))
  return (
    <PageFrame title={words.title} wide>
      {problem ? (
        <>
          <ErrorState message={problem.code === 'not-found' ? words.gone : problem.message} retryLabel={texts.common.retry} onRetry={() => void reload()} />
          <WaysOn question={() => query.name ?? ''} centre={centre} />
        </>
      ) : null}
      {!item && !problem ? (
        <View>
          {query.name ? <View className='item__name'>{query.name}</View> : null}
          <Skeleton lines={10} label={texts.common.loading} />
        </View>
      ) : null}
      {item && !problem ? <Guide item={item} stale={stale} onRetry={() => void reload()} /> : null}
    </PageFrame>
  )
}

function Guide({ item, stale, onRetry }: { readonly item: Item; readonly stale: Stale | undefined; readonly onRetry: () => void }) {
  const { value: centre } = useCentre()
  const badges = badgesOf(item)
  return (
    <>
      <View className='item__name' role='heading' aria-level='1'>{item.name}</View>
      {badges.length > 0 ? <View className='item__badges'>{badges.map(({ key, name }) => <Badge key={key} tone='info'>{name}</Badge>)}</View> : null}
      {item.state === 'withdrawn' ? <Notice tone='bad'>{words.withdrawn}</Notice> : null}
      <StaleNotice stale={stale} onRetry={onRetry} />
      {item.sample ? <Notice tone='warn'>{words.sampleNotice}</Notice> : null}
      <ReadAloud sentences={() => spokenOf(item, centre)} />
      <Actions item={item} centre={centre} />
      <View className='item__columns'>
        <View className='item__side'>
          {centre ? <WhereCard item={item} centre={centre} /> : <Skeleton label={texts.common.loading} />}
          {centre ? <WhenCard item={item} centre={centre} /> : null}
        </View>
        <View className='item__main'>
          <Materials item={item} />
          <Facts item={item} />
          <Conditions item={item} />
          <LegalBasis item={item} />
          <OpinionsCard item={item} />
          {badges.length > 0 ? <BadgeMeanings badges={badges} /> : null}
        </View>
      </View>
      <View className='item__updated'>{words.updated(item.updatedAt.slice(0, 10))}</View>
    </>
  )
}
