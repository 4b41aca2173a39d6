import { Text, View } from '@tarojs/components'
import type { Centre } from '@shared/centre/centre'
import type { Item } from '@shared/items/item'
import { hoursLines, openState, type OpenState } from '@shared/centre/opening-hours'
import { now } from '../../platform/clock'
import { texts } from '../../texts'
import { Badge, type Tone } from '../../ui/badge'
import { Card } from '../../ui/card'

const words = texts.item

function said(state: OpenState, item: Item): { readonly tone: Tone; readonly words: string } {
  if (state === 'open') return { tone: 'good', words: words.open }
  if (state === 'outside') return item.outsideHours ? { tone: 'good', words: words.outside } : { tone: 'warn', words: words.outsideNotThis }
  return { tone: 'plain', words: words.closed }
}

/** When: open now or not, the week's hours; those outside working time only where the item is served then. */
export function WhenCard({ item, centre }: { readonly item: Item; readonly centre: Centre }) {
  const lines = hoursLines(centre.hours).filter(({ outsideWorkingTime }) => item.outsideHours || !outsideWorkingTime)
  const state = said(openState(centre.hours, now()), item)
  return (
    <Card title={words.when} aside={<Badge tone={state.tone}>{state.words}</Badge>}>
      {lines.length === 0 ? <View className='item__missing'>{texts.common.askDesk}</View> : null}
      {lines.map(({ days, times, what }) => (
        <View key={`${days}${times}`} className='when__line'>
          <Text>{days}</Text>
          <Text>{times}</Text>
          <View className='when__what'>{what}</View>
        </View>
      ))}
      <View className='when__what'>{words.holidays}</View>
    </Card>
  )
}
