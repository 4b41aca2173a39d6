import type { Hono } from 'hono'
import { toBuffer } from 'qrcode'
import { fault, tokenFault } from './sessions'
import { MINUTE, type WeChatState } from './state'

const HAN = /^[\u4e00-\u9fff]+$/

/** What each kind of template field takes: subscribeMessage.send, "参数值内容限制说明". */
const FIELD_RULES: [RegExp, (value: string) => boolean][] = [
  [/^thing\d+$/, (v) => [...v].length <= 20],
  [/^phrase\d+$/, (v) => [...v].length <= 5 && HAN.test(v)],
  [/^character_string\d+$/, (v) => [...v].length <= 32 && !/[\u4e00-\u9fff]/.test(v)],
  [/^name\d+$/, (v) => (HAN.test(v) ? [...v].length <= 10 : [...v].length <= 20)],
  [/^(time|date)\d+$/, (v) => /\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d|^\d{1,2}:\d\d/.test(v)],
  [/^number\d+$/, (v) => /^[\d.]{1,32}$/.test(v)],
]

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/

/** Codes that WeChat makes in a minute (getwxacodeunlimit, "调用频率"). */
const CODES_A_MINUTE = 5000

/** What a camera reads from the fake's codes; WeChat's own are round and hold what only WeChat can read. */
export const codeContent = (page: string, scene: string) => `wxcode:${page}?scene=${encodeURIComponent(scene)}`

/** Subscribe messages, mini-program codes, telephone numbers. */
export function messages(app: Hono, state: WeChatState, now: () => number): void {
  app.post('/cgi-bin/message/subscribe/send', async (c) => {
    const bad = tokenFault(state, c.req.query('access_token'), now())
    if (bad) return c.json(bad)
    const body = await c.req.json<WeChatState['sent'][number]>()
    if (!body.touser || !state.seen.has(body.touser)) return c.json(fault(40003, 'invalid openid'))
    if (!body.template_id) return c.json(fault(40037, 'invalid template_id'))
    for (const [name, { value }] of Object.entries(body.data ?? {})) {
      const rule = FIELD_RULES.find(([pattern]) => pattern.test(name))
      if (!rule || !value || !rule[1](value)) return c.json(fault(47003, `argument invalid! data.${name}.value invalid`))
    }
    const grant = `${body.touser} ${body.template_id}`
    const left = state.grants.get(grant) ?? 0
    if (left === 0) return c.json(fault(43101, 'user refuse to accept the msg'))
    state.grants.set(grant, left - 1)
    state.sent.push(body)
    return c.json(fault(0, 'ok'))
  })

  app.post('/wxa/getwxacodeunlimit', async (c) => {
    const bad = tokenFault(state, c.req.query('access_token'), now())
    if (bad) return c.json(bad)
    const { scene, page = 'pages/index/index', width = 430, env_version: version = 'release' } = await c.req.json<{ scene?: unknown; page?: unknown; width?: unknown; env_version?: unknown }>()
    if (typeof scene !== 'string' || !SCENE.test(scene)) return c.json(fault(40169, 'invalid length for scene, or the data is not json string'))
    if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) return c.json(fault(41030, 'invalid page'))
    if (typeof width !== 'number' || !Number.isInteger(width) || width < 280 || width > 1280) return c.json(fault(40097, 'invalid args'))
    if (!['release', 'trial', 'develop'].includes(String(version))) return c.json(fault(40097, 'invalid args'))
    state.codesMade = state.codesMade.filter((at) => now() - at < MINUTE)
    if (state.codesMade.length >= CODES_A_MINUTE) return c.json(fault(45009, 'reach max api minute quota limit'))
    state.codesMade.push(now())
    const picture = await toBuffer(codeContent(page, scene), { width, errorCorrectionLevel: 'M', margin: 2 })
    return c.body(new Uint8Array(picture), 200, { 'content-type': 'image/png' })
  })

  app.post('/wxa/business/getuserphonenumber', async (c) => {
    const bad = tokenFault(state, c.req.query('access_token'), now())
    if (bad) return c.json(bad)
    const { code = '' } = await c.req.json<{ code?: string }>()
    const issued = state.phoneCodes.get(code)
    state.phoneCodes.delete(code)
    if (!issued || now() - issued.issued > 5 * MINUTE) return c.json(fault(40029, 'invalid code'))
    return c.json({
      ...fault(0, 'ok'),
      phone_info: { phoneNumber: issued.number, purePhoneNumber: issued.number, countryCode: '86', watermark: { timestamp: Math.floor(now() / 1000), appid: state.appid } },
    })
  })
}
