import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { frame } from '../../texts/staff/frame'

/** A group of choices under a label, looking as ui/field.tsx does. */
export interface LabelledProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly error?: string
}

/** Label, hint and error around something that is no text field. */
export function Labelled({ id, label, hint, optional = false, error, children }: PropsWithChildren<LabelledProps>) {
  return (
    <View id={id} className={`field ${error ? 'field--wrong' : ''}`} role='group' aria-label={label}>
      <View className='field__label'>
        <Text>{label}</Text>
        {optional ? <Text className='field__optional'>{frame.optional}</Text> : null}
      </View>
      {hint ? <View className='field__hint'>{hint}</View> : null}
      {children}
      {error ? <View className='field__below'><View className='field__error' role='alert'>{error}</View></View> : null}
    </View>
  )
}
