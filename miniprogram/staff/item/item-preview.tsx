import { View } from '@tarojs/components'
import type { Item } from '@shared/items/item'
import { BadgeMeanings, Conditions, Facts, LegalBasis } from '../../pages/item/facts-cards'
import { badgesOf } from '../../pages/item/guide'
import { Materials } from '../../pages/item/materials'
import { WhenCard } from '../../pages/item/when-card'
import { WhereCard } from '../../pages/item/where-card'
import { useCentre } from '../../state/centre'
import { Badge } from '../../ui/badge'
import '../../pages/item/index.scss'

/** The guide out of the very parts of the citizens' page, so that it cannot differ from it. */
export function ItemPreview({ item }: { readonly item: Item }) {
  const { value: centre } = useCentre()
  const badges = badgesOf(item)
  return (
    <View className='item-preview'>
      <View className='item__name'>{item.name}</View>
      {badges.length > 0 ? <View className='item__badges'>{badges.map(({ key, name }) => <Badge key={key} tone='info'>{name}</Badge>)}</View> : null}
      {centre ? <WhereCard item={item} centre={centre} /> : null}
      {centre ? <WhenCard item={item} centre={centre} /> : null}
      <Materials item={item} />
      <Facts item={item} />
      <Conditions item={item} />
      <LegalBasis item={item} />
      {badges.length > 0 ? <BadgeMeanings badges={badges} /> : null}
    </View>
  )
}
