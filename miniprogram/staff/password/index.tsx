import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { toast } from '../../platform/feedback'
import { focusOn } from '../../platform/focus'
import { replace } from '../../platform/navigate'
import { usePageQuery } from '../../platform/page'
import { password as words } from '../../texts/staff/frame'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/states'
import { firstPage } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { PasswordForm } from '../session/password-form'
import { parseReturnAddress } from '../session/return-address'

/** Change my password; the first one must be changed before anything else. */
export default function StaffPasswordPage() {
  const { from } = usePageQuery()
  const [round, setRound] = useState(0)
  useEffect(() => focusOn('password-current'), [])
  return (
    <StaffFrame title={words.title}>
      {({ mustChangePassword }) => (
        <View className='narrow-form'>
          {mustChangePassword ? <Notice tone='warn'>{`${words.firstTitle}。${words.firstDetail}`}</Notice> : <Notice>{words.detail}</Notice>}
          <Card>
            <PasswordForm
              key={round}
              first={mustChangePassword}
              onDone={() => {
                toast(words.done)
                setRound(round + 1)
                if (!mustChangePassword) return
                const to = parseReturnAddress(from, firstPage)
                void replace(to.page, to.query)
              }}
            />
          </Card>
        </View>
      )}
    </StaffFrame>
  )
}
