import { Hono } from 'hono'
import { checks, type MediaVerdict } from './checks'
import { failures } from './failures'
import { messages } from './messages'
import { fault, sessions } from './sessions'
import { issueCode, issuePhoneCode, newState, type WeChatState } from './state'

/** The fake WeChat: its HTTP face and, for tests, what it remembers. */
export interface FakeWeChat {
  app: Hono
  state: WeChatState
}

/**
 * A server that enforces WeChat's documented limits (docs/wechat.md), so that the backend is never tested against a mock of
 * our own client. `/_phone/…` does what a person does with the phone: log in, allow a message, press the button for the telephone number;
 * `/_fail` makes calls fail.
 * @param push hands over a picture's verdict, which WeChat sends later as the event `wxa_media_check`
 */
export function fakeWeChat({ appid, secret, now = () => Date.now(), push = () => {} }: { appid: string; secret: string; now?: () => number; push?: (verdict: MediaVerdict) => void }): FakeWeChat {
  const state = newState(appid, secret)
  const app = new Hono()
  failures(app, state)
  sessions(app, state, now)
  checks(app, state, now, push)
  messages(app, state, now)
  app.post('/_phone/login', async (c) => {
    const { openid } = await c.req.json<{ openid: string }>()
    return c.json({ code: issueCode(state, openid, now()) })
  })
  app.post('/_phone/allow', async (c) => {
    const { openid, template_id: template } = await c.req.json<{ openid: string; template_id: string }>()
    const grant = `${openid} ${template}`
    state.grants.set(grant, (state.grants.get(grant) ?? 0) + 1)
    return c.json(fault(0, 'ok'))
  })
  app.post('/_phone/number', async (c) => {
    const { number } = await c.req.json<{ number: string }>()
    return c.json({ code: issuePhoneCode(state, number, now()) })
  })
  app.get('/_phone/messages', (c) => c.json(state.sent))
  app.onError((error, c) => (error instanceof SyntaxError ? c.json(fault(47001, 'data format error')) : c.json(fault(-1, 'system error'))))
  return { app, state }
}
