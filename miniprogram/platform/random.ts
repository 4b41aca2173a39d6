import { randomBytes } from './random-bytes'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A key of 24 letters (144 bits) that nobody can guess: makes sending twice one act, and names this device. */
export async function randomKey(): Promise<string> {
  return Array.from(await randomBytes(24), (byte) => alphabet[byte & 63]).join('')
}

const base32 = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id of the form that the server gives: 20 characters of Crockford's base 32, 100 bits. */
export async function newRandomId(): Promise<string> {
  return Array.from(await randomBytes(20), (byte) => base32[byte & 31]).join('')
}
