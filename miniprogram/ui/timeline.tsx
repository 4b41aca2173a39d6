import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './timeline.scss'

/** One thing that happened. */
export interface TimelineEntry {
  readonly id: string
  readonly title: string
  /** When, ready to be read. */
  readonly when: string
  readonly body?: ReactNode
  /** Marked off from the rest, e.g. what only staff see. */
  readonly tone?: 'plain' | 'internal' | 'good' | 'warn'
  /** A word beside the title, e.g. 内部. */
  readonly mark?: ReactNode
}

/** What happened, newest first or last as given. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <View className='timeline' role='list'>
      {entries.map(({ id, title, when, body, tone = 'plain', mark }) => (
        <View key={id} className={`timeline__entry timeline__entry--${tone}`} role='listitem'>
          <View className='timeline__dot' />
          <View className='timeline__main'>
            <View className='timeline__title'>{title}{mark ?? null}</View>
            <View className='timeline__when'>{when}</View>
            {body ? <View className='timeline__body'>{body}</View> : null}
          </View>
        </View>
      ))}
    </View>
  )
}
