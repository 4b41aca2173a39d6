import { createHash, randomInt } from 'node:crypto'

/** SHA-1 over the sorted parts, hex: WeChat's signature, made here without the server's code. */
export const sha1Of = (...parts: string[]): string => createHash('sha1').update([...parts].sort().join('')).digest('hex')

/** A signed query for the callback. @param at ms since 1970 */
export function signedQuery(token: string, at: number, nonce = String(randomInt(2 ** 40))): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  return { timestamp, nonce, signature: sha1Of(token, timestamp, nonce) }
}

let messages = 0

/** A message of a person to the official account, as WeChat posts it. */
export function personSays({ content, to, from = 'openid-of-a-citizen', id = String(++messages), kind = 'text' }: { content: string; to: string; from?: string; id?: string; kind?: 'text' | 'voice' }): string {
  const said = kind === 'text' ? `<Content><![CDATA[${content}]]></Content>` : `<MediaId><![CDATA[m]]></MediaId><Format><![CDATA[amr]]></Format><Recognition><![CDATA[${content}]]></Recognition>`
  return `<xml><ToUserName><![CDATA[${to}]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName><CreateTime>1714037059</CreateTime><MsgType><![CDATA[${kind}]]></MsgType>${said}<MsgId>${id}</MsgId></xml>`
}

/** An event of a person, e.g. `subscribe`, or a button of the menu with its key. */
export const personDoes = (event: string, to: string, key = ''): string =>
  `<xml><ToUserName><![CDATA[${to}]]></ToUserName><FromUserName><![CDATA[openid-of-a-citizen]]></FromUserName><CreateTime>${++messages}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${event}]]></Event><EventKey><![CDATA[${key}]]></EventKey></xml>`
