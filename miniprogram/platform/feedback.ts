import Taro from '@tarojs/taro'
import { ask } from './question'

/** A short word that goes by itself. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 2_500 })
}

/** Words of a question. */
export interface Question {
  readonly title: string
  readonly detail: string
  readonly yes: string
  readonly no: string
}

/** Asks before something that cannot be undone; true for yes. */
export const confirm = (question: Question): Promise<boolean> => ask(question)
