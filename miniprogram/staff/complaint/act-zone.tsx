import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './act-zone.scss'

/** What is read where: among staff only, by the citizen, or by everybody. */
export interface ActZoneProps {
  readonly internal: boolean
  /** Who reads it, in words: colour alone tells nobody. */
  readonly title: string
}

/** A part of a form whose readers are the same, with a heading that says who they are. */
export function ActZone({ internal, title, children }: PropsWithChildren<ActZoneProps>) {
  return (
    <View className={`zone ${internal ? 'zone--internal' : 'zone--seen'}`} role='group' aria-label={title}>
      <View className='zone__title'>{title}</View>
      <View className='zone__body'>{children}</View>
    </View>
  )
}
