import Taro from '@tarojs/taro'
import type { LocalPhoto } from './upload'

const typeOf = (path: string): LocalPhoto['type'] => (/\.png$/i.test(path) ? 'image/png' : /\.jpe?g$/i.test(path) ? 'image/jpeg' : undefined)

/** Lets the person choose up to `count` photos; empty when they change their mind. Type is undefined for a file that is neither JPEG nor PNG. */
export async function choosePhotos(count: number): Promise<LocalPhoto[]> {
  try {
    const { tempFiles } = await Taro.chooseImage({ count, sizeType: ['compressed'], sourceType: ['album', 'camera'] })
    return tempFiles.slice(0, count).map(({ path, size }) => ({ path, bytes: size, type: typeOf(path) }))
  } catch {
    return []
  }
}
