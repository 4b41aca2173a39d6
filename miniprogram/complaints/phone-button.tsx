import { useState } from 'react'
import { Button as TaroButton, View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { centre, inWeChat } from '../platform/config'
import { call } from '../platform/request'
import { problemOf } from '../state/problem'
import { texts } from '../texts'

const words = texts.complaint

/** WeChat's button that fills in the telephone number, beside the field in which it can be typed; in a browser nothing. Saying no is no error. */
export function PhoneButton({ onNumber }: { readonly onNumber: (number: string) => void }) {
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem?: string }>({ busy: false })
  if (!inWeChat) return null
  const take = async (code: string | undefined) => {
    if (!code) return
    setState({ busy: true })
    try {
      const { number } = await call(routes.accounts.phoneNumber, { params: { centre }, body: { code } })
      setState({ busy: false })
      onNumber(number)
    } catch (error) {
      const problem = problemOf(error)
      setState({ busy: false, problem: problem.fields.code ?? problem.message })
    }
  }
  return (
    <View>
      <TaroButton className='button button--plain' openType='getPhoneNumber' disabled={state.busy} onGetPhoneNumber={({ detail }) => void take(detail.code)}>{words.usePhone}</TaroButton>
      {state.problem ? <View className='field__error' role='alert'>{state.problem}</View> : null}
    </View>
  )
}
