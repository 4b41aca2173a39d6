import { createHash, randomInt } from 'node:crypto'
import { basePath } from '@shared/api/route'
import { localWeChat } from '../environment'
import type { MediaVerdict } from './checks'

/** WeChat takes its time over a picture; on one machine a moment is enough. */
const DELAY = 500

/** The message that WeChat pushes with a verdict on a picture (wxa_media_check, in version 2 or 1), and the query that signs it. */
export function verdictMessage({ openid, traceId, suggest, version, errcode }: MediaVerdict, seconds: number): { query: string; body: string } {
  const timestamp = String(seconds)
  const nonce = String(randomInt(1_000_000_000))
  const signature = createHash('sha1').update([localWeChat.callbackToken, timestamp, nonce].sort().join('')).digest('hex')
  const label = suggest === 'pass' ? 100 : 20002
  const told = version === 1
    ? `<isrisky>${suggest === 'pass' ? 0 : 1}</isrisky><extra_info_json></extra_info_json><status_code>${errcode >>> 0}</status_code>`
    : `<version>2</version><errcode>${errcode}</errcode><errmsg><![CDATA[${errcode === 0 ? 'ok' : 'download failed'}]]></errmsg>`
      + `<detail><strategy><![CDATA[content_model]]></strategy><errcode>${errcode}</errcode><suggest><![CDATA[${suggest}]]></suggest><label>${label}</label><prob>90</prob></detail>`
      + `<result><suggest><![CDATA[${suggest}]]></suggest><label>${label}</label></result>`
  const body = `<xml><ToUserName><![CDATA[${localWeChat.account}]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName><CreateTime>${timestamp}</CreateTime>`
    + `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[wxa_media_check]]></Event><appid><![CDATA[${localWeChat.appid}]]></appid>`
    + `<trace_id><![CDATA[${traceId}]]></trace_id>${told}</xml>`
  return { query: `signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`, body }
}

/** Pushes verdicts to the callback of a centre, as WeChat does, up to three times. */
export function pushVerdicts(url: string, centre: string): (verdict: MediaVerdict) => void {
  const push = async (verdict: MediaVerdict, attempt = 1): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, DELAY))
    const { query, body } = verdictMessage(verdict, Math.floor(Date.now() / 1000))
    const answer = await fetch(`${url}${basePath}/wechat/${centre}?${query}`, { method: 'POST', body, headers: { 'content-type': 'text/xml' } }).catch(() => undefined)
    if (!answer?.ok && attempt < 3) await push(verdict, attempt + 1)
  }
  return (verdict) => { void push(verdict) }
}
