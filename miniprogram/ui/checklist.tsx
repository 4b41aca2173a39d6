import { Text, View } from '@tarojs/components'
import { Tappable } from './tappable'
import './checklist.scss'

/** One thing to tick. */
export interface ChecklistEntry {
  readonly id: string
  readonly title: string
  /** A second line: how many, what form. */
  readonly detail?: string
}

/** Things to tick off. */
export interface ChecklistProps {
  readonly label: string
  readonly entries: readonly ChecklistEntry[]
  readonly ticked: readonly string[]
  readonly onToggle: (id: string) => void
}

/** A list whose entries are ticked with one tap anywhere on the line. */
export function Checklist({ label, entries, ticked, onToggle }: ChecklistProps) {
  return (
    <View className='checklist' role='group' aria-label={label}>
      {entries.map(({ id, title, detail }) => {
        const on = ticked.includes(id)
        return (
          <Tappable key={id} className={`checklist__entry ${on ? 'checklist__entry--on' : ''}`} role='checkbox' on={on} onTap={() => onToggle(id)}>
            <View className='checklist__box'>{on ? <Text className='checklist__tick' /> : null}</View>
            <View className='checklist__words'>
              <View>{title}</View>
              {detail ? <View className='checklist__detail'>{detail}</View> : null}
            </View>
          </Tappable>
        )
      })}
    </View>
  )
}
