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

/** The complaint was received: its number (`receipt`), the way to its timeline (`id`), and whether leave for a message was given when it was sent (`notified`). */
export default function ReceiptPage() {
  const { id = '', receipt = '', notified: allowed } = usePageQuery()
  const [notified, setNotified] = useState(allowed === '1')
  const copyNumber = () => copy(receipt).then(() => toast(texts.common.copied), () => toast(texts.common.copyFailed))
  const see = () => {
    // One leave is one message: each look at the progress may ask for the next, straight in the tap.
    void askToNotify()
    void replace('pages/complaint/index', { id })
  }
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
        <Button wide onTap={see}>{words.see}</Button>
        <Button wide kind='text' onTap={() => void open('pages/search/index')}>{words.home}</Button>
      </View>
    </PageFrame>
  )
}
