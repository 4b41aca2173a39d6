import type { Hono } from 'hono'
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

/** A one-pixel PNG stands for the mini-program code. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64')

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
    const { scene = '', page = '', width = 430 } = await c.req.json<{ scene?: string; page?: string; width?: number }>()
    if (!SCENE.test(scene)) return c.json(fault(40169, 'invalid length for scene, or the data is not json string'))
    if (page.startsWith('/') || page.includes('?')) return c.json(fault(41030, 'invalid page'))
    if (width < 280 || width > 1280) return c.json(fault(40097, 'invalid args'))
    return c.body(new Uint8Array(PIXEL), 200, { 'content-type': 'image/png' })
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
