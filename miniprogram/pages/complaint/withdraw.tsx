import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { centre } from '../../platform/config'
import { confirm } from '../../platform/feedback'
import { call } from '../../platform/request'
import { problemOf } from '../../state/problem'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/states'
import type { ActionProps } from './reply-card'

const words = texts.complaint

/** Withdraws a complaint after asking. */
export function Withdraw({ complaint, onChange, onStale }: ActionProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const withdraw = async () => {
    if (!await confirm({ title: words.withdrawTitle, detail: words.withdrawDetail, yes: words.withdrawYes, no: texts.common.cancel })) return
    setBusy(true)
    setProblem('')
    try {
      onChange(await call(routes.complaints.withdraw, { params: { centre, id: complaint.id }, body: { expectedVersion: complaint.version } }))
    } catch (error) {
      const { message, code } = problemOf(error)
      setProblem(message)
      if (code === 'version-conflict' || code === 'action-not-possible') onStale()
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className='my-complaint__withdraw'>
      {problem ? <Notice tone='bad'>{problem}</Notice> : null}
      <Button kind='danger' busy={busy} onTap={() => void withdraw()}>{words.withdraw}</Button>
    </View>
  )
}
