import { View } from '@tarojs/components'
import { Tappable } from './tappable'
import './switch-row.scss'

/** Something that is on or off. */
export interface SwitchRowProps {
  readonly title: string
  readonly detail?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** A row whose whole width switches. */
export function SwitchRow({ title, detail, on, onChange }: SwitchRowProps) {
  return (
    <Tappable className='row switch-row' role='checkbox' on={on} onTap={() => onChange(!on)}>
      <View className='row__title'>{title}</View>
      {detail ? <View className='row__detail'>{detail}</View> : null}
      <View className={`switch-row__track ${on ? 'switch-row__track--on' : ''}`}><View className='switch-row__knob' /></View>
    </Tappable>
  )
}
