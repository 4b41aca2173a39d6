import { Text, View } from '@tarojs/components'
import { Tappable } from './tappable'
import './chips.scss'

/** One choice among several. */
export interface Choice<T extends string = string> {
  readonly value: T
  readonly label: string
  /** How many things there are with it; shown when given. */
  readonly count?: number
  /** The key that chooses it, shown where there is a keyboard. */
  readonly key?: string
}

/** A row of choices; several may be on. */
export interface ChipsProps<T extends string = string> {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly chosen: readonly T[]
  /** One at most may be on: announced as radio buttons. */
  readonly single?: boolean
  readonly onChoose: (value: T) => void
}

/** Choices as chips, wrapped over as many lines as they need. */
export function Chips<T extends string>({ label, choices, chosen, single = false, onChoose }: ChipsProps<T>) {
  return (
    <View className='chips' role={single ? 'radiogroup' : 'group'} aria-label={label}>
      {choices.map(({ value, label: words, count, key }) => {
        const on = chosen.includes(value)
        return (
          <Tappable key={value} className={`chip ${on ? 'chip--on' : ''}`} role={single ? 'radio' : 'checkbox'} on={on} onTap={() => onChoose(value)}>
            {key === undefined ? null : <Text className='chip__key'>{key}</Text>}
            <Text>{words}</Text>
            {count === undefined ? null : <Text className='chip__count'>{count}</Text>}
          </Tappable>
        )
      })}
    </View>
  )
}
