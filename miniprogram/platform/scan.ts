import Taro from '@tarojs/taro'
import { inWeChat } from './config'

/** Whether codes can be scanned in the app: WeChat's camera; a browser's visitors use their phone's own. */
export const canScan = inWeChat

/** Scans one code: the address in it, or the path of a mini-program code. Undefined when the person goes back without one, or it cannot be read. */
export async function scan(): Promise<string | undefined> {
  try {
    const { path, result } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })
    return path || result || undefined
  } catch {
    return undefined
  }
}
