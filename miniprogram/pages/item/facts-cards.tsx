import { Text, View } from '@tarojs/components'
import type { Item } from '@shared/items/item'
import { texts } from '../../texts'
import { Card } from '../../ui/card'
import { factsOf, type badgesOf } from './guide'

const words = texts.item

/** How long, what it costs, how often one comes … one fact a line. */
export function Facts({ item }: { readonly item: Item }) {
  return (
    <Card title={words.facts}>
      {factsOf(item).map(({ name, words: said, missing }) => (
        <View key={name} className='fact'>
          <View className='fact__name'>{name}</View>
          <View className={`fact__words ${missing ? 'item__missing' : ''}`}>{said}</View>
        </View>
      ))}
    </Card>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <View className='item__missing'>{texts.common.askDesk}</View>
  return (
    <View className='item__lines'>
      {lines.map((line, index) => (
        <View key={line} className='item__line'>
          {lines.length > 1 ? <Text className='item__number'>{`${index + 1}.`}</Text> : null}
          <Text>{line}</Text>
        </View>
      ))}
    </View>
  )
}

/** Under which conditions. */
export const Conditions = ({ item }: { readonly item: Item }) => <Card title={words.conditions}><Lines lines={item.conditions} /></Card>

/** On what basis. */
export const LegalBasis = ({ item }: { readonly item: Item }) => <Card title={words.legalBasis}><Lines lines={item.legalBasis} /></Card>

/** What the marks under the name mean. */
export const BadgeMeanings = ({ badges }: { readonly badges: ReturnType<typeof badgesOf> }) => <Card title={words.badgesTitle}><Lines lines={badges.map(({ meaning }) => meaning)} /></Card>
