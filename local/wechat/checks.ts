import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { fault, tokenFault } from './sessions'
import { HOUR, type WeChatState } from './state'

/** Words that make the fake answer `risky` or `review`, so that each path can be walked by hand. */
export const RISKY_WORD = '违规测试'
const REVIEW_WORD = '复核测试'

/** A verdict on a picture, pushed later as the event `wxa_media_check`. */
export interface MediaVerdict {
  openid: string
  traceId: string
  suggest: 'pass' | 'review' | 'risky'
  /** Shape of the event: 1 for accounts that never changed, which knows risky or not and nothing between. */
  version: 1 | 2
  /** 0, or why the picture was not looked at. */
  errcode: number
}

/** WeChat's code for a picture that it could not fetch or that is none. */
const NOT_FETCHED = -1008

/** Text and picture checks: msg_sec_check, media_check_async. */
export function checks(app: Hono, state: WeChatState, now: () => number, push: (verdict: MediaVerdict) => void): void {
  app.post('/wxa/msg_sec_check', async (c) => {
    const bad = tokenFault(state, c.req.query('access_token'), now())
    if (bad) return c.json(bad)
    const { content, version, scene, openid } = await c.req.json<{ content?: string; version?: number; scene?: number; openid?: string }>()
    if (typeof content !== 'string' || content.length === 0 || version !== 2 || ![1, 2, 3, 4].includes(scene ?? 0)) return c.json(fault(47001, 'data format error'))
    if ([...content].length > 2500) return c.json(fault(45002, 'content size out of limit'))
    const seen = state.seen.get(openid ?? '')
    if (seen === undefined) return c.json(fault(40003, 'invalid openid'))
    if (now() - seen > 2 * HOUR) return c.json(fault(61010, 'code is expired'))
    const suggest = content.includes(RISKY_WORD) ? 'risky' : content.includes(REVIEW_WORD) ? 'review' : 'pass'
    return c.json({ ...fault(0, 'ok'), result: { suggest, label: suggest === 'pass' ? 100 : 20006 }, trace_id: randomBytes(8).toString('hex') })
  })

  app.post('/_phone/photo-findings', async (c) => {
    state.photoFindings.push(...(await c.req.json<WeChatState['photoFindings']>()))
    return c.json(fault(0, 'ok'))
  })

  app.post('/wxa/media_check_async', async (c) => {
    const bad = tokenFault(state, c.req.query('access_token'), now())
    if (bad) return c.json(bad)
    const { media_url: url, media_type: type, version, scene, openid = '' } = await c.req.json<{ media_url?: string; media_type?: number; version?: number; scene?: number; openid?: string }>()
    if (!url || type !== 2 || version !== 2 || ![1, 2, 3, 4].includes(scene ?? 0)) return c.json(fault(47001, 'data format error'))
    if (!state.seen.has(openid)) return c.json(fault(40003, 'invalid openid'))
    const traceId = randomBytes(8).toString('hex')
    const { suggest, version: shape } = state.photoFindings.shift() ?? { suggest: 'pass', version: 2 }
    if (suggest !== 'silence') push({ openid, traceId, suggest, version: shape, errcode: (await isPicture(url)) ? 0 : NOT_FETCHED })
    return c.json({ ...fault(0, 'ok'), trace_id: traceId })
  })
}

/** First bytes of JPEG, PNG, GIF and BMP: what the check takes, up to 10 MB. */
const PICTURES = [/^\xff\xd8\xff/, /^\x89PNG\r\n/, /^GIF8/, /^BM/]

/** Whether a picture that the check takes is behind an address. */
async function isPicture(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const head = bytes.subarray(0, 8).toString('latin1')
    return answer.ok && bytes.length <= 10 * 1024 * 1024 && PICTURES.some((it) => it.test(head))
  } catch {
    return false
  }
}
