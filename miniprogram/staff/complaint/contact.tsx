import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { call } from '../../platform/request'
import { complaint as words } from '../../texts/staff/complaints'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/states'
import { CopyButton } from '../frame/copy-button'
import { useSending } from '../frame/use-sending'

/** How to reach the citizen, behind a button: each look is written down, so nobody looks by chance. */
export function Contact({ complaint }: { readonly complaint: string }) {
  const [contact, setContact] = useState<string>()
  const { busy, problem, send } = useSending()
  const see = () => send(async () => setContact((await call(routes.complaints.contact, { params: { id: complaint } })).contact ?? words.contactGone))
  if (contact !== undefined) return <View className='who__contact' role='status'>{contact}{contact === words.contactGone ? null : <CopyButton text={contact} />}</View>
  return (
    <View className='who__contact'>
      <Button kind='text' busy={busy} onTap={() => void see()}>{words.seeContact}</Button>
      <View className='quiet'>{words.contactIsNoted}</View>
      {problem ? <Notice tone='bad'>{problem.message}</Notice> : null}
    </View>
  )
}
