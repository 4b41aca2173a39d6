import { Button as TaroButton, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { onPrivacyQuestion, openPrivacyGuide, type Resolve } from '../platform/privacy'
import { recordConsent, sendConsents } from '../state/consent'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'

const agreeId = 'privacy-agree'

/** WeChat's question whether its privacy guide is agreed to; shows when an interface that needs it is first used, and the interface goes on by the answer. */
export function PrivacyQuestion() {
  const [resolve, setResolve] = useState<{ readonly call: Resolve }>()
  useEffect(() => {
    onPrivacyQuestion((call) => setResolve({ call }))
    void sendConsents()
  }, [])
  const answer = (event: 'agree' | 'disagree') => {
    resolve?.call({ event, buttonId: agreeId })
    setResolve(undefined)
    recordConsent(event === 'agree')
  }
  const words = texts.common.privacy
  return (
    <Sheet open={resolve !== undefined} title={words.title} closeLabel={words.disagree} onClose={() => answer('disagree')}>
      <View>{words.detail}</View>
      <Button kind='text' onTap={openPrivacyGuide}>{words.guide}</Button>
      <TaroButton id={agreeId} className='button button--primary button--wide' openType='agreePrivacyAuthorization' onAgreePrivacyAuthorization={() => answer('agree')}>
        {words.agree}
      </TaroButton>
    </Sheet>
  )
}
