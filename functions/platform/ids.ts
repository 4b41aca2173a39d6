import { createHash, randomBytes } from 'node:crypto'

/** Random bytes; passed in so that tests can choose them. */
export type Randomness = (bytes: number) => Uint8Array

/** The system's cryptographic randomness. */
export const systemRandomness: Randomness = (bytes) => randomBytes(bytes)

/** Crockford's base 32, lower case: no i, l, o, u, so that an id can be read out. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A random id of 20 characters, 100 bits: unguessable, so it may stand in a URL. */
export function newId(random: Randomness): string {
  return spelled(random(20))
}

/** An id made from a text: the same text always has the same id. For what is known by what it says, not for secrets. */
export function derivedId(text: string): string {
  return spelled(createHash('sha256').update(text).digest().subarray(0, 20))
}

const spelled = (bytes: Uint8Array): string => Array.from(bytes, (byte) => alphabet[byte & 31]).join('')

/** A random secret of 32 bytes, base64url. */
export function newSecret(random: Randomness): string {
  return Buffer.from(random(32)).toString('base64url')
}

/** SHA-256 of a text, base64url; for secrets with enough randomness of their own, and for digests. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
