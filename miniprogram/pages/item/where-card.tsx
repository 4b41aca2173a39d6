import { View } from '@tarojs/components'
import type { Centre } from '@shared/centre/centre'
import type { Item } from '@shared/items/item'
import { open } from '../../platform/navigate'
import { roomsOn } from '../../centre/plan-rooms'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FloorPlan } from '../../ui/floor-plan'
import { placeOf } from './guide'

const words = texts.item

/** Where: floor, area, windows, and a small plan with the area marked. */
export function WhereCard({ item, centre }: { readonly item: Item; readonly centre: Centre }) {
  const place = placeOf(item, centre)
  const rooms = place.floor ? roomsOn(centre, place.floor, place.area?.id) : []
  return (
    <Card title={words.where}>
      <View className={place.words ? 'where__place' : 'item__missing'}>{place.words ?? texts.common.askDesk}</View>
      {place.windows ? <View className='where__windows'>{`${words.windows}：${place.windows}`}</View> : null}
      {rooms.length > 0 ? <FloorPlan label={place.words ?? ''} rooms={rooms} small /> : null}
      <Button kind='text' onTap={() => void open('pages/hall/index')}>{words.seePlan}</Button>
    </Card>
  )
}
