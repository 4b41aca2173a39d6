import { useEffect } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { forWeChat } from '../../platform/config'
import { useDialog } from '../../platform/dialog'
import { focusOn } from '../../platform/focus'
import { replace } from '../../platform/navigate'
import { signIn } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { passwordPage, signInPage } from '../frame/places'
import { SignInForm } from './sign-in-form'
import './session.scss'

/** Esc does not close it: without a session there is nothing behind it. */
const stay = () => undefined

/** Over a page whose session has ended: the password again, and the page goes on as it was. */
export function SessionEnded({ account, from }: { readonly account: StaffAccount; readonly from: string }) {
  useDialog(true, stay)
  useEffect(() => focusOn('sign-in-password'), [])
  return (
    <View className='sheet' role='dialog' aria-label={signIn.ended} aria-modal='true'>
      <View className='sheet__shade' catchMove={forWeChat(true)} />
      <View className='sheet__panel session-ended'>
        <View className='sheet__body'>
          <View className='session__title'>{signIn.ended}</View>
          <View className='session__detail'>{signIn.endedDetail}</View>
          <View className='session__who'>{account.name}</View>
          <SignInForm username={account.username} onDone={(session) => { if (session.account.mustChangePassword) void replace(passwordPage, { from }) }} />
          <Button kind='text' onTap={() => void replace(signInPage)}>{signIn.other}</Button>
        </View>
      </View>
    </View>
  )
}
