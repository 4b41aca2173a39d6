import { View } from '@tarojs/components'
import type { Choice } from './chips'
import { Tappable } from './tappable'
import './tabs.scss'

/** Which of a few views shows. */
export interface TabsProps<T extends string = string> {
  readonly label: string
  readonly tabs: readonly Choice<T>[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

/** A row of tabs; when it does not fit it scrolls sideways, and on a wide window, where a mouse cannot, it goes on below. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose }: TabsProps<T>) {
  return (
    <View className='tabs' role='tablist' aria-label={label}>
      {tabs.map(({ value, label: words, count }) => (
        <Tappable key={value} className={`tabs__tab ${value === chosen ? 'tabs__tab--on' : ''}`} role='tab' on={value === chosen} onTap={() => onChoose(value)}>
          {count === undefined ? words : `${words} ${count}`}
        </Tappable>
      ))}
    </View>
  )
}
