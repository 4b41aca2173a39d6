import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { centre } from '../../platform/config'
import { confirm } from '../../platform/feedback'
import { call } from '../../platform/request'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/states'
import { useAct, type ActionProps } from './use-act'

const words = texts.complaint

/** Withdraws a complaint after asking. */
export function Withdraw({ complaint, ...more }: ActionProps) {
  const { busy, problem, act } = useAct('withdraw', more)
  const withdraw = async () => {
    if (!await confirm({ title: words.withdrawTitle, detail: words.withdrawDetail, yes: words.withdrawYes, no: texts.common.cancel })) return
    await act(() => call(routes.complaints.withdraw, { params: { centre, id: complaint.id }, body: { expectedVersion: complaint.version } }))
  }
  return (
    <View className='my-complaint__way'>
      {problem ? <Notice tone='bad'>{problem}</Notice> : null}
      <Button kind='danger' busy={busy} onTap={() => void withdraw()}>{words.withdraw}</Button>
    </View>
  )
}
