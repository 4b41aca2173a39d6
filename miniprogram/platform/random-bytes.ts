/** So many random bytes that nobody can guess, from the browser. For WeChat: random-bytes.weapp.ts. */
export async function randomBytes(length: number): Promise<Uint8Array> {
  // eslint-disable-next-line no-restricted-globals -- a browser has it; this file is no part of the phone's bundle
  return crypto.getRandomValues(new Uint8Array(length))
}
