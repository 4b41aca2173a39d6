import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { Paged } from '../../frame/paged'
import { now } from '../../platform/clock'
import { confirm, toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { frame } from '../../texts/staff/frame'
import { messages } from '../../texts/staff/messages'
import { whenInWords } from '../../texts/when'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { EmptyState, Notice } from '../../ui/states'
import { useSending } from '../frame/use-sending'
import { useStaffList } from './use-staff-list'

const texts = messages.dead

/** What WeChat did not take in any attempt, each with its reason, to be sent again one by one or together. */
export function DeadLetters() {
  const list = useStaffList(async (cursor) => {
    const part = await call(routes.messages.deadLetters, { query: cursor ? { cursor } : {} })
    return { entries: part.deadLetters, cursor: part.cursor }
  })
  const { busy, problem, send } = useSending()
  const resend = async (id?: string) => {
    if (!id && !await confirm({ title: texts.resendAllTitle, detail: texts.resendAllDetail, yes: texts.resendAll, no: frame.cancel })) return
    await send(async () => toast(texts.resending((await call(routes.messages.resend, { body: id ? { id } : {} })).count)))
    await list.reload()
  }
  return (
    <View>
      <View className='items-tools'>
        <View className='quiet items-tools__box'>{texts.detail}</View>
        {list.entries?.length ? <Button kind='plain' busy={busy} onTap={() => void resend()}>{texts.resendAll}</Button> : null}
      </View>
      {problem ? <Notice tone='bad'>{problem.message}</Notice> : null}
      <Paged list={list} empty={<EmptyState title={texts.empty} />}>
        {(letters) => (
          <Card flush>
            {letters.map(({ id, at, title, attempts, reason }) => (
              <Row
                key={id}
                title={title}
                detail={<View><View>{reason}</View><View>{`${texts.tried(attempts)} · ${whenInWords(at, now())}`}</View></View>}
                aside={<Button kind='plain' disabled={busy} label={`${texts.resend}：${title}`} onTap={() => void resend(id)}>{texts.resend}</Button>}
              />
            ))}
          </Card>
        )}
      </Paged>
    </View>
  )
}
