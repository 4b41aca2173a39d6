import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import './card.scss'

/** A group of things that belong together. */
export interface CardProps {
  readonly title?: string
  /** To the right of the title. */
  readonly aside?: ReactNode
  /** No padding: for rows that go from edge to edge. */
  readonly flush?: boolean
  readonly id?: string
}

/** A white group under an optional heading. */
export function Card({ title, aside, flush = false, id, children }: PropsWithChildren<CardProps>) {
  return (
    <View id={id} className={`card ${flush ? 'card--flush' : ''}`}>
      {title ? (
        <View className='card__head'>
          <View className='card__title' role='heading' aria-level='2'>{title}</View>
          {aside ?? null}
        </View>
      ) : null}
      <View className='card__body'>{children}</View>
    </View>
  )
}
