import { Text, View } from '@tarojs/components'
import type { Centre } from '@shared/centre/centre'
import { replyParts } from '@shared/replies/parts'
import './replies.scss'

/** A reply as a citizen sees it in the chat: facts filled in, links in blue. */
export function Bubble({ text, centre, label }: { readonly text: string; readonly centre: Centre; readonly label: string }) {
  return (
    <View className='bubble' role='region' aria-label={label}>
      {replyParts(text, centre).map((part, i) => (typeof part === 'string' ? <Text key={i} className='bubble__text'>{part}</Text> : <Text key={i} className='bubble__link'>{part.label}</Text>))}
    </View>
  )
}
