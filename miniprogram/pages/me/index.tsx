import { View } from '@tarojs/components'
import { PageFrame } from '../../frame/page-frame'
import { open } from '../../platform/navigate'
import { useReturn } from '../../platform/page'
import { favourites } from '../../state/favourites'
import { useKept } from '../../state/kept'
import { materialsLists } from '../../state/materials'
import { elderMode } from '../../state/elder-mode'
import { useMessages, useUnread } from '../../state/messages'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { SwitchRow } from '../../ui/switch-row'

const words = texts.me

/** 我的: complaints, messages, favourites, materials, elder theme, privacy, about. */
export default function MePage() {
  const elder = useKept(elderMode)
  const kept = useKept(favourites)
  const lists = useKept(materialsLists)
  const { reload } = useMessages()
  useReturn(() => void reload())
  const unread = useUnread()
  return (
    <PageFrame title={words.title}>
      <View className='page-title' role='heading' aria-level='1'>{words.title}</View>
      <Card flush>
        <Row title={words.complaints} detail={words.complaintsDetail} onTap={() => void open('pages/complaints/index')} />
        <Row
          title={words.messages}
          detail={words.messagesDetail}
          aside={unread > 0 ? <Badge tone='bad'>{words.unread(unread)}</Badge> : undefined}
          onTap={() => void open('pages/messages/index')}
        />
      </Card>
      <Card flush>
        <Row title={words.favourites} detail={words.favouritesDetail(kept.length)} onTap={() => void open('pages/favourites/index')} />
        <Row title={words.materials} detail={words.materialsDetail(lists.length)} onTap={() => void open('pages/materials/index')} />
      </Card>
      <Card flush>
        <SwitchRow title={words.elder} detail={words.elderDetail} on={elder} onChange={(on) => elderMode.change(() => on)} />
        <Row title={words.privacy} detail={words.privacyDetail} onTap={() => void open('pages/privacy/index')} />
        <Row title={words.about} detail={words.aboutDetail} onTap={() => void open('pages/about/index')} />
      </Card>
      <View style={{ textAlign: 'center' }}><Button kind='text' onTap={() => void open('staff/sign-in/index')}>{words.staff}</Button></View>
    </PageFrame>
  )
}
