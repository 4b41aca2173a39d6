import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { forWeChat } from '../platform/config'
import { useDialog } from '../platform/dialog'
import { Tappable } from './tappable'
import './sheet.scss'

/** A panel over the page. */
export interface SheetProps {
  readonly open: boolean
  readonly title: string
  /** Words of the closing button. */
  readonly closeLabel: string
  readonly onClose: () => void
}

/** A panel that comes up from the lower edge (in the middle on a desktop); renders nothing while closed. */
export function Sheet({ open, title, closeLabel, onClose, children }: PropsWithChildren<SheetProps>) {
  useDialog(open, onClose)
  if (!open) return null
  return (
    <View className='sheet' role='dialog' aria-label={title} aria-modal='true'>
      <View className='sheet__shade' onClick={onClose} catchMove={forWeChat(true)} />
      <View className='sheet__panel'>
        <View className='sheet__head'>
          <Text className='sheet__title'>{title}</Text>
          <Tappable className='sheet__close' onTap={onClose}>{closeLabel}</Tappable>
        </View>
        <View className='sheet__body'>{children}</View>
      </View>
    </View>
  )
}
