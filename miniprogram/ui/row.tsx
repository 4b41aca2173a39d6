import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Tappable } from './tappable'
import './row.scss'

/** One line of a list. */
export interface RowProps {
  readonly title: ReactNode
  /** A second, quieter line. */
  readonly detail?: ReactNode
  /** At the right edge: a number, a state. */
  readonly aside?: ReactNode
  /** What a screen reader says when the parts read together would puzzle. */
  readonly label?: string
  readonly id?: string
  /** Without it the row only shows. */
  readonly onTap?: () => void
}

/** A list row; with an arrow when it leads somewhere. */
export function Row({ title, detail, aside, label, id, onTap }: RowProps) {
  const content = (
    <>
      <View className='row__title'>{title}</View>
      {detail ? <View className='row__detail'>{detail}</View> : null}
      {aside ? <View className='row__aside'>{aside}</View> : null}
    </>
  )
  if (!onTap) return <View id={id} className='row'>{content}</View>
  return <Tappable id={id} className='row row--link' role='link' label={label} onTap={onTap}>{content}</Tappable>
}
