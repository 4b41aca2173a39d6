import Taro from '@tarojs/taro'

/** Watches WeChat's way back, which WeChat asks about itself, in these words; a swipe from the edge it lets pass. Older WeChat does not ask. */
export function watchBack(words: string): () => void {
  if (!Taro.canIUse('enableAlertBeforeUnload')) return () => {}
  Taro.enableAlertBeforeUnload({ message: words })
  return () => Taro.disableAlertBeforeUnload()
}
