import { useState } from 'react'
import { View } from '@tarojs/components'
import { PageFrame } from '../../frame/page-frame'
import { copy } from '../../platform/device'
import { toast } from '../../platform/feedback'
import { open, replace } from '../../platform/navigate'
import { usePageQuery } from '../../platform/page'
import { askToNotify, canSubscribe } from '../../platform/subscribe'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/states'
import './index.scss'

const words = texts.complaint

/** The complaint was received: its number (`receipt`), and the way to its timeline (`id`). */
export default function ReceiptPage() {
  const { id = '', receipt = '' } = usePageQuery()
  const [notified, setNotified] = useState(false)
  const copyNumber = () => copy(receipt).then(() => toast(texts.common.copied), () => toast(texts.common.copyFailed))
  return (
    <PageFrame title={words.receiptTitle}>
      <Card>
        <View className='receipt__lead'>{words.receiptLead}</View>
        <View className='receipt__label'>{words.receiptNumber}</View>
        <View className='receipt__number'>{receipt}</View>
        <View className='receipt__detail'>{words.receiptDetail}</View>
        <Button kind='text' onTap={() => void copyNumber()}>{words.copyNumber}</Button>
      </Card>
      {notified ? <Notice tone='good'>{words.notifyOn}</Notice> : null}
      <View className='receipt__actions'>
        {canSubscribe && !notified ? <Button wide kind='plain' onTap={() => void askToNotify().then(setNotified)}>{words.notify}</Button> : null}
        <Button wide onTap={() => void replace('pages/complaint/index', { id })}>{words.see}</Button>
        <Button wide kind='text' onTap={() => void open('pages/search/index')}>{words.home}</Button>
      </View>
    </PageFrame>
  )
}
