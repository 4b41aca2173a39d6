import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { HOUR, MINUTE, type WeChatState } from './state'

/** WeChat's error body; `errcode` 0 means success. */
export const fault = (errcode: number, errmsg: string) => ({ errcode, errmsg })

/** True when `token` may be used now: the newest one, or the one before it in the 5 minutes after a change. */
export function tokenFault(state: WeChatState, token: string | undefined, now: number) {
  const index = state.tokens.findIndex((t) => t.value === token)
  const found = state.tokens[index]
  if (!found) return fault(40001, 'invalid credential, access_token is invalid or not latest')
  if (found.until <= now) return fault(42001, 'access_token expired')
  return undefined
}

/** Login and access tokens: jscode2session, stable_token. */
export function sessions(app: Hono, state: WeChatState, now: () => number): void {
  app.get('/sns/jscode2session', (c) => {
    const { appid, secret, js_code: code = '', grant_type: grant } = c.req.query()
    // WeChat answers JSON under text/plain here.
    const answer = (body: object) => c.text(JSON.stringify(body))
    if (appid !== state.appid) return answer(fault(40013, 'invalid appid'))
    if (secret !== state.secret) return answer(fault(40125, 'invalid appsecret'))
    if (grant !== 'authorization_code') return answer(fault(40002, 'invalid grant_type'))
    const issued = state.codes.get(code)
    state.codes.delete(code)
    if (!issued || now() - issued.issued > 5 * MINUTE) return answer(fault(40029, 'invalid code'))
    const recent = (state.logins.get(issued.openid) ?? []).filter((t) => now() - t < MINUTE)
    if (recent.length >= 100) return answer(fault(45011, 'api minute-quota reach limit'))
    state.logins.set(issued.openid, [...recent, now()])
    state.seen.set(issued.openid, now())
    return answer({ openid: issued.openid, session_key: randomBytes(16).toString('base64') })
  })

  app.post('/cgi-bin/stable_token', async (c) => {
    const body = await c.req.json<{ grant_type?: string; appid?: string; secret?: string; force_refresh?: boolean }>()
    if (body.appid !== state.appid) return c.json(fault(40013, 'invalid appid'))
    if (body.secret !== state.secret) return c.json(fault(40125, 'invalid appsecret'))
    if (body.grant_type !== 'client_credential') return c.json(fault(40002, 'invalid grant_type'))
    const current = state.tokens[0]
    if (!body.force_refresh && current && current.until - now() > 5 * MINUTE) {
      return c.json({ access_token: current.value, expires_in: Math.floor((current.until - now()) / 1000) })
    }
    if (body.force_refresh) {
      const day = state.forcedRefreshes.filter((t) => now() - t < 24 * HOUR)
      if (day.length >= 20) return c.json(fault(45009, 'reach max api daily quota limit'))
      if (day.some((t) => now() - t < 30_000)) return c.json(fault(45011, 'api minute-quota reach limit'))
      state.forcedRefreshes = [...day, now()]
    }
    const fresh = { value: randomBytes(32).toString('hex'), issued: now(), until: now() + 2 * HOUR }
    state.tokens = [fresh, ...(current ? [{ ...current, until: Math.min(current.until, now() + 5 * MINUTE) }] : [])]
    return c.json({ access_token: fresh.value, expires_in: 7200 })
  })
}
