import { View } from '@tarojs/components'
import './bar-chart.scss'

/** What a part of a bar means, `maybe` that a range reaches so far; the words beside it say the same, so that nothing depends on colour. */
export type BarTone = 'main' | 'maybe' | 'good' | 'warn' | 'bad'

/** One bar: parts that stand one after the other, and its value in words. */
export interface Bar {
  readonly key: string
  readonly label: string
  readonly parts: readonly { readonly value: number; readonly tone: BarTone }[]
  readonly words: string
}

/** Bars below each other with label and value, which a phone shows as well as a desktop. */
export interface BarChartProps {
  readonly label: string
  readonly bars: readonly Bar[]
  /** What a full bar stands for; the longest bar when left out. */
  readonly full?: number
  /** What the tones mean; shown under the bars. */
  readonly legend?: readonly { readonly tone: BarTone; readonly words: string }[]
}

const sumOf = ({ parts }: Bar) => parts.reduce((sum, { value }) => sum + value, 0)

/** A chart of horizontal bars, read out as a list. */
export function BarChart({ label, bars, full, legend = [] }: BarChartProps) {
  const whole = Math.max(full ?? Math.max(0, ...bars.map(sumOf)), Number.MIN_VALUE)
  return (
    <View className='bar-chart'>
      <View role='list' aria-label={label}>
        {bars.map((bar) => (
          <View key={bar.key} className='bar-chart__row' role='listitem'>
            <View className='bar-chart__label'>{bar.label}</View>
            <View className='bar-chart__track' aria-hidden='true'>
              {bar.parts.map(({ value, tone }, index) => (value > 0 ? <View key={index} className={`bar-chart__part bar-chart__part--${tone}`} style={{ width: `${(100 * value) / whole}%` }} /> : null))}
            </View>
            <View className='bar-chart__words'>{bar.words}</View>
          </View>
        ))}
      </View>
      {legend.length > 0 ? (
        <View className='bar-chart__legend'>
          {legend.map(({ tone, words }) => <View key={words} className='bar-chart__sign'><View className={`bar-chart__dot bar-chart__part--${tone}`} />{words}</View>)}
        </View>
      ) : null}
    </View>
  )
}
