import { createCipheriv, randomBytes } from 'node:crypto'
import { randomFrom } from '../../bench/measure'
import { personDoes, personSays, sha1Of } from './wechat-message'

/** A request to the callback, as bytes: what arrives need not be text. */
export interface FuzzedRequest {
  readonly method: 'GET' | 'POST'
  readonly query: Record<string, string>
  readonly body: Buffer
}

/** What the requests are made for: an account in plain mode, or in safe mode with a key. */
export interface FuzzTarget {
  readonly token: string
  readonly account: string
  readonly appid: string
  readonly key?: string
  /** ms since 1970 */
  readonly now: number
}

const awkward = ['<!DOCTYPE x>', '<!ENTITY a "b">', ']]>', '<![CDATA[', '\u0000', '&#x0;', '&a;', '<xml>', '</xml>', '{', '"', '\ud800', '😀', '更多', '5', '𠮷'.repeat(300), '<a>'.repeat(2000), '%', '__proto__', 'x'.repeat(70_000)]
const contents = ['社保卡丢了', '结婚登记', '更多', '2', '找茬', '电话', 'zzqq', '開飯店', 'shebaoka', '？', 'a'.repeat(3000), '<a href="x">', '😀', '营业执照'.repeat(100)]

/** Safe mode's encryption after WeChat's description, without the server's code. */
function seal(key: string, message: string, appid: string): string {
  const aes = Buffer.from(`${key}=`, 'base64')
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appid)])
  const pad = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString('base64')
}

/** A generator of requests that begin as right ones and are then damaged once to four times; the same seed gives the same damage. */
export function fuzzer(seed: number, { token, account, appid, key, now }: FuzzTarget): () => FuzzedRequest {
  const random = randomFrom(seed)
  const upTo = (n: number) => Math.floor(random() * n)
  const one = <T>(list: readonly T[]): T => list[upTo(list.length)] as T
  let count = 0

  const message = (): string => one<() => string>([
    () => personSays({ content: one(contents), to: account }),
    () => personSays({ content: one(contents), to: account, kind: 'voice' }),
    () => personDoes(one(['subscribe', 'unsubscribe', 'CLICK', 'SCAN']), account, one(contents)),
    () => `<xml><ToUserName>${account}</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>wxa_media_check</Event><trace_id>t${upTo(9)}</trace_id><result><suggest>${one(['pass', 'risky', 'none'])}</suggest></result></xml>`,
    () => JSON.stringify({ ToUserName: account, FromUserName: 'o', CreateTime: 1, MsgType: 'text', Content: one(contents), MsgId: ++count }),
  ])()
  const damaged = (bytes: Buffer): Buffer => {
    const at = upTo(bytes.length + 1)
    const end = Math.min(bytes.length, at + upTo(30))
    return one<() => Buffer>([
      () => { const copy = Buffer.from(bytes); if (copy.length > 0) copy[at % copy.length] = upTo(256); return copy },
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from(one(awkward)), bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]),
      () => bytes.subarray(0, at),
    ])()
  }
  const damagedText = (text: string): string => damaged(Buffer.from(text)).toString('latin1')
  const often = (bytes: Buffer): Buffer => { let it = bytes; for (let n = 1 + upTo(4); n > 0; n--) it = damaged(it); return it }

  return () => {
    const timestamp = String(Math.floor(now / 1000) + (random() < 0.05 ? upTo(2000) - 1000 : 0))
    const nonce = `${seed}-${++count}`
    const signature = sha1Of(token, timestamp, nonce)
    const query: Record<string, string> = { timestamp, nonce, signature }
    let body = Buffer.from(message())
    if (random() < 0.8) body = Buffer.from(often(body))
    if (key && random() < 0.9) {
      let encrypted = seal(key, body.toString('utf8'), random() < 0.9 ? appid : 'wxother')
      if (random() < 0.2) encrypted = damagedText(encrypted)
      // Damage before the signature reaches the decryption, damage after it does not.
      query.msg_signature = sha1Of(token, timestamp, nonce, encrypted)
      query.encrypt_type = 'aes'
      body = Buffer.from(`<xml><ToUserName>${account}</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`)
      if (random() < 0.2) body = Buffer.from(damaged(body))
    }
    const method = random() < 0.05 ? 'GET' as const : 'POST' as const
    if (method === 'GET') query.echostr = one([String(upTo(1e9)), 'x'.repeat(1000), '<xml>'])
    if (random() < 0.15) { const name = one(Object.keys(query)); query[name] = damagedText(query[name] ?? '') }
    if (random() < 0.05) delete query[one(Object.keys(query))]
    return { method, query, body }
  }
}
