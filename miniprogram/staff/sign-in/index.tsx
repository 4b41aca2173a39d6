import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { focusOn } from '../../platform/focus'
import { open, replace } from '../../platform/navigate'
import { setTitle, usePageQuery } from '../../platform/page'
import { signIn } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { useCentre } from '../../state/centre'
import { firstPage, passwordPage } from '../frame/places'
import { parseReturnAddress } from '../session/return-address'
import { SignInForm } from '../session/sign-in-form'
import '../session/session.scss'
import '../frame/staff-frame.scss'

/** Sign-in of staff; leads back to the page that asked for it. */
export default function StaffSignInPage() {
  const { from } = usePageQuery()
  const { value: centre } = useCentre()
  useEffect(() => {
    setTitle(signIn.title)
    focusOn('sign-in-username')
  }, [])
  return (
    <View className='screen'>
      <View className='session' role='main'>
        <View className='session__service'>{centre?.name ?? ''}</View>
        <View className='session__panel'>
          <View className='session__title'>{signIn.title}</View>
          <View className='session__detail'>{signIn.detail}</View>
          <SignInForm
            onDone={({ account }) => {
              const to = parseReturnAddress(from, firstPage)
              void (account.mustChangePassword ? replace(passwordPage, { from }) : replace(to.page, to.query))
            }}
          />
        </View>
        <View className='session__below'><Button kind='text' onTap={() => void open('pages/search/index')}>{signIn.citizen}</Button></View>
      </View>
    </View>
  )
}
