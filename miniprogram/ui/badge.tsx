import type { PropsWithChildren } from 'react'
import { Text } from '@tarojs/components'
import './badge.scss'

/** Colour by meaning; the words always say it too. */
export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad'

/** A short mark beside a name. */
export function Badge({ tone = 'plain', children }: PropsWithChildren<{ readonly tone?: Tone }>) {
  return <Text className={`badge badge--${tone}`}>{children}</Text>
}
