import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Randomness } from '../platform/ids'

const [blockSize, lanes, keyBytes] = [8, 3, 32]

const derive = (password: string, salt: Uint8Array, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** cost, r: blockSize, p: lanes, maxmem: 2 ** cost * blockSize * 256 }
    scrypt(password.normalize('NFC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

const written = (cost: number, salt: Uint8Array, key: Uint8Array) =>
  `scrypt-${cost}.${Buffer.from(salt).toString('base64url')}.${Buffer.from(key).toString('base64url')}`

/** Hash of a password with a new salt: `scrypt-COST.salt.key`. It says its cost, so that a later house may choose another. */
export async function hashPassword(password: string, random: Randomness, cost: number): Promise<string> {
  const salt = random(16)
  return written(cost, salt, await derive(password, salt, cost))
}

/**
 * Whether a password belongs to a hash. Without a hash it takes as long (at `cost`) and says no, so that the time does not tell
 * which user names exist.
 */
export async function passwordMatches(password: string, hash: string | undefined, cost: number): Promise<boolean> {
  const [kind = '', salt = '', key = ''] = (hash ?? written(cost, new Uint8Array(16), new Uint8Array(keyBytes))).split('.')
  const given = await derive(password, Buffer.from(salt, 'base64url'), Number(kind.slice('scrypt-'.length)))
  return timingSafeEqual(given, Buffer.from(key, 'base64url')) && hash !== undefined
}
