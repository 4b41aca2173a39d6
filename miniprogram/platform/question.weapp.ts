import Taro from '@tarojs/taro'
import type { Question } from './feedback'

/** Asks in WeChat's own dialog; true for yes. */
export async function ask({ title, detail, yes, no }: Question): Promise<boolean> {
  return (await Taro.showModal({ title, content: detail, confirmText: yes, cancelText: no })).confirm
}
