import Taro from '@tarojs/taro'
import { inWeChat } from './config'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

async function randomBytes(length: number): Promise<Uint8Array> {
  if (inWeChat) {
    const { randomValues } = await new Promise<{ randomValues: ArrayBuffer }>((resolve, reject) =>
      Taro.getUserCryptoManager().getRandomValues({ length, success: resolve, fail: reject }))
    return new Uint8Array(randomValues)
  }
  // eslint-disable-next-line no-restricted-globals -- the browser's half of this function
  return crypto.getRandomValues(new Uint8Array(length))
}

/** A key of 24 letters (144 bits) that nobody can guess: makes sending twice one act, and names this device. */
export async function randomKey(): Promise<string> {
  const bytes = await randomBytes(24)
  return Array.from(bytes, (byte) => alphabet[byte & 63]).join('')
}

const base32 = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id of the form that the server gives: 20 characters of Crockford's base 32, 100 bits. */
export async function newRandomId(): Promise<string> {
  return Array.from(await randomBytes(20), (byte) => base32[byte & 31]).join('')
}
