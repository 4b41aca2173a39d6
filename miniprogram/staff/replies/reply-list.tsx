import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { replyTo, type Reply, type ReplyOccasion } from '@shared/replies/reply'
import { call } from '../../platform/request'
import { useCentre } from '../../state/centre'
import { frame } from '../../texts/staff/frame'
import { replies as texts } from '../../texts/staff/replies'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { Row } from '../../ui/row'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { Bubble } from './bubble'
import { ReplySheet } from './reply-sheet'

const ownOccasions = ['follow', 'help', 'nothing'] as const

/** What the account would answer to a message, tried without sending anything. */
function Trial({ replies }: { readonly replies: readonly Reply[] }) {
  const { value: centre } = useCentre()
  const [said, setSaid] = useState('')
  const reply = replyTo(replies, said)
  return (
    <Card title={texts.tryIt}>
      <Field id='reply-try' label={texts.tryLabel} placeholder={texts.tryPlaceholder} max={60} onInput={setSaid} />
      <View role='status'>
        {said.trim() === '' ? null : reply && centre ? <><View className='reply-preview__label'>{texts.tryReply}</View><Bubble text={reply.text} centre={centre} label={texts.tryReply} /></> : <View className='quiet'>{texts.trySearch}</View>}
      </View>
    </Card>
  )
}

/** The replies: on which occasion, what; to be edited one at a time. */
export function ReplyList({ may }: { readonly may: boolean }) {
  const { value, problem, reload } = useStaffLoaded('replies', () => call(routes.replies.list, {}))
  const { value: centre } = useCentre()
  const [editing, setEditing] = useState<{ readonly reply?: Reply; readonly occasion: ReplyOccasion }>()
  if (problem && !value) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} lines={8} />
  const row = (key: string, occasion: ReplyOccasion, reply: Reply | undefined) => (
    <Row
      key={key}
      title={occasion === 'keyword' ? reply?.keywords.join('、') ?? '' : texts.occasions[occasion]}
      detail={reply?.text ?? texts.ownWords}
      aside={<Badge>{texts.occasions[occasion]}</Badge>}
      onTap={may ? () => setEditing({ occasion, ...(reply ? { reply } : {}) }) : undefined}
    />
  )
  return (
    <View>
      <View className='reply-help'>{texts.intro}</View>
      <Trial replies={value.replies} />
      {may ? <View className='items-tools'><Button kind='plain' onTap={() => setEditing({ occasion: 'keyword' })}>{texts.add}</Button></View> : null}
      <Card flush>
        {value.replies.filter(({ occasion }) => occasion === 'keyword').map((reply) => row(reply.id, 'keyword', reply))}
        {ownOccasions.map((occasion) => row(occasion, occasion, value.replies.find((it) => it.occasion === occasion)))}
      </Card>
      {editing ? (
        <ReplySheet
          key={editing.reply?.id ?? editing.occasion}
          state={value}
          reply={editing.reply}
          start={{ occasion: editing.occasion, keywords: '', text: '' }}
          centre={centre}
          onClose={() => setEditing(undefined)}
          onDone={() => { setEditing(undefined); void reload() }}
        />
      ) : null}
    </View>
  )
}
