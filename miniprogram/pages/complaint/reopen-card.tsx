import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { centre } from '../../platform/config'
import { call } from '../../platform/request'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { useAct, useTyped, type ActionProps } from './use-act'

const words = texts.complaint

/** Lets the citizen have it taken up again; it asks why. Folded until wanted, for most people are content. */
export function ReopenCard({ complaint, ...more }: ActionProps) {
  const [text, setText, forget] = useTyped(complaint.id, 'reopen')
  const [open, setOpen] = useState(text !== '')
  const { busy, problem, setProblem, act } = useAct('reopen', more)
  const send = () => {
    if (!text.trim()) return setProblem(words.reopenMissing)
    void act(() => call(routes.complaints.reopen, { params: { centre, id: complaint.id }, body: { expectedVersion: complaint.version, text } }), text).then((went) => { if (went) forget() })
  }
  if (!open) return <View className='my-complaint__way'><Button kind='plain' wide onTap={() => setOpen(true)}>{words.reopen}</Button></View>
  return (
    <Card title={words.reopen}>
      <Field id='reopen' label={words.reopenReason} hint={words.reopenHint} multiline max={500} initial={text} error={problem} onInput={setText} />
      <View className='my-complaint__detail'>
        <Button wide busy={busy} onTap={send}>{words.reopenSend}</Button>
        <Button kind='text' onTap={() => setOpen(false)}>{texts.common.cancel}</Button>
      </View>
    </Card>
  )
}
