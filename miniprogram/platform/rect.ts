import Taro from '@tarojs/taro'

/** Where an element is on screen, px. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where the element with an id is on screen; undefined when it is not there. */
export function rectOf(id: string): Promise<Rect | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery().select(`#${id}`).boundingClientRect((rect) => {
      const found = (Array.isArray(rect) ? rect[0] : rect) as Rect | null | undefined
      resolve(found && found.width > 0 && found.height > 0 ? found : undefined)
    }).exec()
  })
}
