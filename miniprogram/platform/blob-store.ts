import Taro from '@tarojs/taro'
import { inWeChat } from './config'

const fileOf = (name: string) => `${Taro.env.USER_DATA_PATH}/${name}`

/** Bytes kept under a name; undefined when there are none or they cannot be read. */
export async function readBytes(name: string): Promise<ArrayBuffer | undefined> {
  try {
    if (!inWeChat) {
      const text: unknown = Taro.getStorageSync(name)
      return typeof text === 'string' && text ? Taro.base64ToArrayBuffer(text) : undefined
    }
    const data = Taro.getFileSystemManager().readFileSync(fileOf(name))
    return typeof data === 'string' ? undefined : Uint8Array.from(new Uint8Array(data)).buffer
  } catch {
    return undefined
  }
}

/** Keeps bytes under a name, as a file in WeChat and as base64 in a browser; false when the device refuses (full). */
export async function writeBytes(name: string, bytes: ArrayBuffer): Promise<boolean> {
  try {
    if (inWeChat) Taro.getFileSystemManager().writeFileSync(fileOf(name), bytes)
    // In a browser Taro makes nothing of an ArrayBuffer here, whatever its types say: it wants the bytes.
    else Taro.setStorageSync(name, Taro.arrayBufferToBase64(new Uint8Array(bytes) as unknown as ArrayBuffer))
    return true
  } catch {
    return false
  }
}

/** Forgets the bytes. */
export async function removeBytes(name: string): Promise<void> {
  try {
    if (inWeChat) Taro.getFileSystemManager().unlinkSync(fileOf(name))
    else Taro.removeStorageSync(name)
  } catch {
    // Nothing was there.
  }
}
