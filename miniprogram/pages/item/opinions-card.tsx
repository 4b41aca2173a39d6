import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { Item } from '@shared/items/item'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { call } from '../../platform/request'
import { useLoaded } from '../../state/use-loaded'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'

const words = texts.board

/** The newest public case about an item, and the way to all of them. Nothing while there is none, or when it cannot be had: the guide does not need it. */
export function OpinionsCard({ item }: { readonly item: Pick<Item, 'id'> }) {
  const { value } = useLoaded(item.id, () => call(routes.complaints.published, { params: { centre }, query: { item: item.id, limit: 1 } }))
  const newest = value?.answers[0]
  if (!newest) return null
  return (
    <Card title={words.aboutItem}>
      <View>{`${texts.complaint.question}：${newest.question}`}</View>
      <View className='item__opinions'><Button kind='plain' onTap={() => void open('pages/answers/index', { item: item.id })}>{words.aboutItemAll}</Button></View>
    </Card>
  )
}
