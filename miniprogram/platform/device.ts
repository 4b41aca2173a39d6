import Taro from '@tarojs/taro'
import { inWeChat } from './config'

/** The text size chosen in WeChat's own settings, as a factor (1 = standard); browsers scale by themselves. */
export function systemTextScale(): number {
  if (!inWeChat || !Taro.getAppBaseInfo) return 1
  const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  return typeof fontSizeScaleFactor === 'number' && fontSizeScaleFactor > 0 ? fontSizeScaleFactor : 1
}

/** Offers to ring a number; a person who says no is no error. */
export async function call(number: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber: number })
  } catch {
    // Cancelled.
  }
}

/** Height of the window in CSS pixels; 800 when the device does not say. */
export function windowHeight(): number {
  try {
    return Taro.getWindowInfo().windowHeight || 800
  } catch {
    return 800
  }
}

/** Copies a text, e.g. a receipt number. Rejects when the device refuses. */
export async function copy(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text })
}
