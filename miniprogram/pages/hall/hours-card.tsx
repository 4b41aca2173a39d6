import { Text, View } from '@tarojs/components'
import type { Centre } from '@shared/centre/centre'
import { hoursLines, openState } from '@shared/centre/opening-hours'
import { now } from '../../platform/clock'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { Card } from '../../ui/card'

const words = texts.hall
const states = { open: { tone: 'good', words: texts.item.open }, outside: { tone: 'good', words: texts.item.outside }, closed: { tone: 'plain', words: texts.item.closed } } as const

/** The centre's hours in the week, those outside working time marked. */
export function HoursCard({ centre }: { readonly centre: Centre }) {
  const state = states[openState(centre.hours, now())]
  return (
    <Card title={words.hours} aside={<Badge tone={state.tone}>{state.words}</Badge>}>
      {hoursLines(centre.hours).map(({ days, times, what, outsideWorkingTime }) => (
        <View key={`${days}${times}`} className='hall__hours'>
          <Text>{days}</Text>
          <Text>{times}</Text>
          {outsideWorkingTime ? <Badge tone='info'>{words.outside}</Badge> : null}
          <View className='hall__what'>{what}</View>
        </View>
      ))}
      <View className='hall__what'>{texts.item.holidays}</View>
    </Card>
  )
}
