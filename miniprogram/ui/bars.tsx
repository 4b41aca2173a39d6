import { View } from '@tarojs/components'
import { aria } from './aria'
import './bars.scss'

/** One bar: its name, its number in words, and how long it is: surely, and at most. */
export interface Bar {
  readonly key: string
  readonly label: string
  /** The number in words; what a screen reader reads. */
  readonly words: string
  /** 0–1 of the longest. */
  readonly least: number
  /** 0–1; longer than `least` where only a range is known. */
  readonly most: number
}

/** Horizontal bars. Every number stands beside its bar as text, so the chart is its own table. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const width = (part: number) => ({ width: `${Math.round(Math.max(0, Math.min(1, part)) * 1000) / 10}%` })
  return (
    <View className='bars' role='list' ariaLabel={label}>
      {bars.map(({ key, label: name, words, least, most }) => (
        <View key={key} className='bars__row' role='listitem'>
          <View className='bars__label'>{name}</View>
          <View className='bars__track' {...aria({ ariaHidden: 'true' })}>
            <View className='bars__range' style={width(most)} />
            <View className='bars__bar' style={width(least)} />
          </View>
          <View className='bars__words'>{words}</View>
        </View>
      ))}
    </View>
  )
}
