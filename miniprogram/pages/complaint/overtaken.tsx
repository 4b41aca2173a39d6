import { Text, View } from '@tarojs/components'
import { now } from '../../platform/clock'
import { forWeChat } from '../../platform/config'
import { copy } from '../../platform/device'
import { toast } from '../../platform/feedback'
import { changeReply } from '../../state/reply-drafts'
import { texts } from '../../texts'
import { whenInWords } from '../../texts/when'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/states'
import { useTyped, type ActionProps, type Overtaken as What } from './use-act'

const words = texts.complaint

/** What happened while the citizen was writing; where their act is no longer possible, what they wrote and what can be done with it. */
export function Overtaken({ complaint: { id, actions }, what: { action, since, typed }, onDone }: Pick<ActionProps, 'complaint'> & {
  readonly what: What
  /** The words were put elsewhere, or are not wanted. */
  readonly onDone: () => void
}) {
  const still = actions.includes(action)
  const [, , forget] = useTyped(id, action)
  const done = () => {
    forget()
    onDone()
  }
  const toReply = () => {
    changeReply(id, ({ text }) => ({ text: [text, typed].filter(Boolean).join('\n') }))
    done()
  }
  return (
    <>
      <Notice tone='warn'>
        {since.length > 0 ? <View>{words.overtaken}</View> : null}
        {since.map(({ by, at, what }) => <View key={`${at} ${what}`}>{words.overtakenLine(by, whenInWords(at, now()), what)}</View>)}
        <View>{still ? words.overtakenStill : words.overtakenGone}</View>
      </Notice>
      {!still && typed ? (
        <Card title={words.typed}>
          <Text className='my-complaint__text' selectable={forWeChat(true)} userSelect={forWeChat(true)}>{typed}</Text>
          <View className='my-complaint__detail'>
            {actions.includes('reply') ? <Button kind='plain' onTap={toReply}>{words.typedReply}</Button> : null}
            <Button kind='text' onTap={() => void copy(typed).then(() => toast(words.typedCopied), () => toast(words.typedCopyFailed))}>{words.typedCopy}</Button>
            <Button kind='text' onTap={done}>{words.typedDrop}</Button>
          </View>
        </Card>
      ) : null}
    </>
  )
}
