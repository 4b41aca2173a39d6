import { View } from '@tarojs/components'
import type { Item } from '@shared/items/item'
import { useKept } from '../../state/kept'
import { materialsLists, tick, tickedOf } from '../../state/materials'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { Card } from '../../ui/card'
import { Checklist } from '../../ui/checklist'

const words = texts.item

/** What to bring, as a list that can be ticked and is kept on the device. */
export function Materials({ item }: { readonly item: Item }) {
  const lists = useKept(materialsLists)
  const ticked = tickedOf(lists, item)
  const { materials } = item
  if (materials.length === 0) return <Card title={words.materials}><View className='item__missing'>{texts.common.askDesk}</View></Card>
  const all = ticked.length === materials.length
  return (
    <Card title={words.materials} aside={<Badge tone={all ? 'good' : 'plain'}>{all ? words.allReady : words.ready(ticked.length, materials.length)}</Badge>}>
      <View className='item__missing'>{words.materialsHint}</View>
      <Checklist
        label={words.materials}
        entries={materials.map((material) => ({ id: material, title: material }))}
        ticked={ticked}
        onToggle={(material) => materialsLists.change((before) => tick(before, item, material))}
      />
    </Card>
  )
}
