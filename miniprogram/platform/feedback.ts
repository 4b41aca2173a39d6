import Taro from '@tarojs/taro'

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
export async function confirm({ title, detail, yes, no }: Question): Promise<boolean> {
  const { confirm: confirmed } = await Taro.showModal({ title, content: detail, confirmText: yes, cancelText: no })
  return confirmed
}
