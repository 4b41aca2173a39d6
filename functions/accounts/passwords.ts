import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Randomness } from '../platform/ids'

/** Cost of scrypt: 2^15 blocks of 8, 3 lanes; 32 MB and about 0.2 s a password (OWASP Password Storage Cheat Sheet). */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const keyBytes = 32

const derive = (password: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => scrypt(password.normalize('NFC'), salt, keyBytes, cost, (error, key) => (error ? reject(error) : resolve(key))))

/** Hash of a password with a new salt: `scrypt-15-8-3.salt.key`, both base64url. */
export async function hashPassword(password: string, random: Randomness): Promise<string> {
  const salt = random(16)
  const key = await derive(password, salt)
  return `scrypt-15-8-3.${Buffer.from(salt).toString('base64url')}.${key.toString('base64url')}`
}

/** A hash that no password has; checking against it takes as long as against a real one. */
const nobody = `scrypt-15-8-3.${Buffer.alloc(16).toString('base64url')}.${Buffer.alloc(keyBytes).toString('base64url')}`

/** Whether a password belongs to a hash; without a hash it takes as long and says no, so that time does not tell which user names exist. */
export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
  const [, salt = '', key = ''] = (hash ?? nobody).split('.')
  const wanted = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'))
  return timingSafeEqual(given, wanted) && hash !== undefined
}
