import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Button } from './button'
import './states.scss'

/** Nothing is here, and what to do about it (children: buttons). */
export function EmptyState({ title, detail, children }: PropsWithChildren<{ readonly title: string; readonly detail?: string }>) {
  return (
    <View className='state'>
      <View className='state__title'>{title}</View>
      {detail ? <View className='state__detail'>{detail}</View> : null}
      {children ? <View className='state__actions'>{children}</View> : null}
    </View>
  )
}

/** What went wrong, in a sentence, with the way on. */
export interface ErrorStateProps {
  /** The error registry's sentence. */
  readonly message: string
  readonly retryLabel: string
  readonly onRetry: () => void
}

/** Something could not be fetched; offers to try again, and whatever the children add. */
export function ErrorState({ message, retryLabel, onRetry, children }: PropsWithChildren<ErrorStateProps>) {
  return (
    <View className='state state--wrong' role='alert'>
      <View className='state__title'>{message}</View>
      <View className='state__actions'>
        <Button kind='plain' onTap={onRetry}>{retryLabel}</Button>
        {children}
      </View>
    </View>
  )
}

/** A sentence across the page: a notice, a warning. */
export function Notice({ tone = 'info', children }: PropsWithChildren<{ readonly tone?: 'info' | 'warn' | 'bad' | 'good' }>) {
  return <View className={`notice notice--${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>{children}</View>
}
