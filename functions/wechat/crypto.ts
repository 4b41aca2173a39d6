import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import type { Randomness } from '../platform/ids'

/** WeChat pads to 32 bytes, though AES's block is 16. */
const block = 32
/** Random bytes before the length, and the length itself. */
const randomBytes = 16
const lengthBytes = 4

/** A message that was not made with one of our keys, or is damaged. */
export class CryptoError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CryptoError'
  }
}

/** WeChat's signature of a request: SHA-1 of the sorted parts joined, hex. Safe mode has the ciphertext as a fourth part. */
export function signatureOf(token: string, ...parts: readonly string[]): string {
  return createHash('sha1').update([token, ...parts].sort().join('')).digest('hex')
}

/** Whether a signature is the right one, compared in constant time. */
export function signed(signature: string, token: string, ...parts: readonly string[]): boolean {
  const right = Buffer.from(signatureOf(token, ...parts))
  const given = Buffer.from(signature)
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The AES key of an EncodingAESKey (43 characters of base 64). @throws CryptoError for another length */
function keyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  if (key.length !== 32) throw new CryptoError('the EncodingAESKey has 43 characters')
  return key
}

/** Encrypts a message as WeChat does: 16 random bytes, length, message, appid; AES-256-CBC, base 64. */
export function encrypt(encodingAesKey: string, message: string, appid: string, random: Randomness): string {
  const key = keyOf(encodingAesKey)
  const text = Buffer.from(message, 'utf8')
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([random(randomBytes), length, text, Buffer.from(appid, 'utf8')])
  const pad = block - (plain.length % block)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString('base64')
}

/** Decrypts what WeChat has encrypted. @throws CryptoError for another key or damage */
export function decrypt(encodingAesKey: string, encrypted: string): { message: string; appid: string } {
  const key = keyOf(encodingAesKey)
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw new CryptoError('the ciphertext is no whole number of blocks')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])
  const pad = padded[padded.length - 1] ?? 0
  if (pad < 1 || pad > block || !padded.subarray(-pad).every((byte) => byte === pad)) throw new CryptoError('the padding is wrong')
  const plain = padded.subarray(0, padded.length - pad)
  const from = randomBytes + lengthBytes
  const length = plain.length >= from ? plain.readUInt32BE(randomBytes) : 0
  if (plain.length < from + length) throw new CryptoError('the length is wrong')
  return { message: plain.subarray(from, from + length).toString('utf8'), appid: plain.subarray(from + length).toString('utf8') }
}
