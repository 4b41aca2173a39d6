import Taro from '@tarojs/taro'

/** So many random bytes that nobody can guess, from WeChat. Rejects when WeChat is too old for it (before base library 2.19.0). */
export async function randomBytes(length: number): Promise<Uint8Array> {
  const { randomValues } = await new Promise<{ randomValues: ArrayBuffer }>((resolve, reject) =>
    Taro.getUserCryptoManager().getRandomValues({ length, success: resolve, fail: reject }))
  return new Uint8Array(randomValues)
}
