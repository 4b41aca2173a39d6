import { View } from '@tarojs/components'
import type { Message } from '@shared/messages/message'
import { now } from '../platform/clock'
import { whenInWords } from '../texts/when'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { Row } from '../ui/row'
import './message-list.scss'

/** Messages of a citizen or of staff as rows: title, text by its lines, when it came, and a mark (`unread`) at those that nobody has opened. */
export function MessageList({ messages, unread, onOpen }: { readonly messages: readonly Message[]; readonly unread: string; readonly onOpen: (message: Message) => void }) {
  return (
    <Card flush>
      {messages.map((message) => (
        <Row
          key={message.id}
          title={message.title}
          detail={(
            <View>
              {message.text.split('\n').map((line, i) => <View key={i}>{line}</View>)}
              <View className='message__when'>{message.read ? null : <Badge tone='bad'>{unread}</Badge>}<View>{whenInWords(message.at, now())}</View></View>
            </View>
          )}
          onTap={() => onOpen(message)}
        />
      ))}
    </Card>
  )
}
