import * as v from 'valibot'
import { callForPicture, callWechat, WechatError, type Fetch } from './call'
import type { AccessToken } from './token'

/** Verdict of WeChat's checks of text and pictures. */
export const suggestion = v.picklist(['pass', 'review', 'risky'])
/** Verdict of WeChat's checks. */
export type Suggestion = v.InferOutput<typeof suggestion>

/** WeChat's server interface, as far as this house uses it; docs/wechat.md has the rules. */
export interface Wechat {
  /** openid for a code of wx.login. @throws WechatError 40029 bad code, 45011 too often, 40226 blocked, −1 busy */
  openidOf(code: string): Promise<string>
  /** Checks a text that the citizen with this openid is about to publish (scene 2: comment). */
  checkText(openid: string, text: string): Promise<Suggestion>
  /** Orders the check of a picture; the verdict is pushed later under the trace id. */
  orderPhotoCheck(openid: string, photoUrl: string): Promise<string>
  /** Sends a subscribe message. @throws WechatError 43101 when the citizen has not granted one */
  sendSubscribeMessage(message: { openid: string; template: string; page: string; data: Record<string, string>; state: string }): Promise<void>
  /** A telephone number for a code of the button `getPhoneNumber`. @throws WechatError 40029 bad code, 0 when the number is another mini-program's */
  phoneOf(code: string): Promise<string>
  /** A mini-program code as a picture (PNG or JPEG): `scene` by shared/codes, `width` 280–1280 pixels. @throws WechatError 40169, 41030, 45009 */
  codeOf(code: { scene: string; page: string; width: number; version: 'release' | 'trial' | 'develop' }): Promise<Uint8Array>
}

const commentScene = 2
/** WeChat takes at most 2,500 characters a check. */
const maxCheckLength = 2500
const done = v.object({})
const phoneAnswer = v.object({ phone_info: v.object({ purePhoneNumber: v.string(), watermark: v.object({ appid: v.string() }) }) })

/** The client of WeChat; the address comes from configuration, so that the fake server stands in locally. */
export function createWechat(deps: { url: string; appid: string; secret: string; token: AccessToken; send: Fetch }): Wechat {
  const { url, appid, secret, token, send } = deps

  /** A call with the access token, and once more with another when WeChat no longer takes this one. */
  async function renewing<T>(path: string, ask: (address: string) => Promise<T>): Promise<T> {
    const addressWith = (it: string) => `${url}${path}?access_token=${encodeURIComponent(it)}`
    const first = await token.current()
    try {
      return await ask(addressWith(first))
    } catch (error) {
      if (!(error instanceof WechatError) || (error.errcode !== 40001 && error.errcode !== 42001)) throw error
      return ask(addressWith(await token.insteadOf(first)))
    }
  }
  const withToken = <S extends v.GenericSchema>(path: string, answer: S, body: object): Promise<v.InferOutput<S>> => renewing(path, (address) => callWechat(send, address, answer, body))

  return {
    async openidOf(code) {
      const query = `appid=${encodeURIComponent(appid)}&secret=${encodeURIComponent(secret)}&js_code=${encodeURIComponent(code)}&grant_type=authorization_code`
      return (await callWechat(send, `${url}/sns/jscode2session?${query}`, v.object({ openid: v.string() }))).openid
    },
    async checkText(openid, text) {
      const body = { content: text.slice(0, maxCheckLength), version: 2, scene: commentScene, openid }
      return (await withToken('/wxa/msg_sec_check', v.object({ result: v.object({ suggest: suggestion }) }), body)).result.suggest
    },
    async orderPhotoCheck(openid, photoUrl) {
      const body = { media_url: photoUrl, media_type: 2, version: 2, scene: commentScene, openid }
      return (await withToken('/wxa/media_check_async', v.object({ trace_id: v.string() }), body)).trace_id
    },
    async sendSubscribeMessage({ openid, template, page, data, state }) {
      const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }]))
      await withToken('/cgi-bin/message/subscribe/send', done, { touser: openid, template_id: template, page, data: values, miniprogram_state: state, lang: 'zh_CN' })
    },
    async phoneOf(code) {
      const { phone_info: info } = await withToken('/wxa/business/getuserphonenumber', phoneAnswer, { code })
      // A code that another mini-program got is no proof of anything here.
      if (info.watermark.appid !== appid) throw new WechatError(0)
      return info.purePhoneNumber
    },
    codeOf: ({ scene, page, width, version }) =>
      renewing('/wxa/getwxacodeunlimit', (address) => callForPicture(send, address, { scene, page, width, env_version: version, check_path: version === 'release' })),
  }
}
