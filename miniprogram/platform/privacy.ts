import Taro from '@tarojs/taro'
import { inWeChat } from './config'

/** Settles WeChat's pending question with the button that the person tapped. */
export type Resolve = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void

/** Calls the listener when WeChat wants the person's consent to its privacy guide before an interface is used. */
export function onPrivacyQuestion(listener: (resolve: Resolve) => void): void {
  if (inWeChat && Taro.onNeedPrivacyAuthorization) Taro.onNeedPrivacyAuthorization((resolve: unknown) => listener(resolve as Resolve))
}

/** Opens the privacy guide that is filed with WeChat; in a browser nothing, the privacy page tells all. */
export function openPrivacyGuide(): void {
  if (inWeChat && Taro.openPrivacyContract) Taro.openPrivacyContract({})
}
