import { toBuffer } from 'qrcode'
import { codePage } from '@shared/codes/scene'
import { createWechat } from '../../functions/platform/wechat/client'
import { WechatError } from '../../functions/platform/wechat/call'
import type { CodesOptions } from './options'
import { tokenForOneRun } from './token'

/** The picture (PNG or JPEG) of a scene's code. */
export type Picture = (scene: string) => Promise<Uint8Array>

/** Pixels of a code: sharp at 45 mm on a 300-dpi printer. */
const standardWidth = 540

/** Address of the web app for a scene. */
export const webAddress = (web: string, scene: string): string => `${web}#/${codePage}?scene=${encodeURIComponent(scene)}`

/** What WeChat's refusal means to the person who makes codes. */
const reasons: Readonly<Record<number, string>> = {
  [-1]: '微信正忙，过一会儿再试',
  0: '连不上微信，或微信的回答不对',
  40001: 'WECHAT_SECRET 不对', 40013: 'WECHAT_APPID 不对', 40125: 'WECHAT_SECRET 不对', 40164: '这台机器的 IP 不在微信后台的白名单里',
  41030: `小程序的这个版本里没有 ${codePage}：先发布，或用 --version trial`,
  45009: '超过了微信每分钟的次数，过一分钟再试',
}

/** Makes pictures: plain codes of the web app's address, or WeChat's mini-program codes. @throws Error in words when settings are missing */
export function pictureMaker({ web, version }: CodesOptions, env: NodeJS.ProcessEnv, width = standardWidth): Picture {
  if (web) return async (scene) => new Uint8Array(await toBuffer(webAddress(web, scene), { width, errorCorrectionLevel: 'M', margin: 2 }))
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret, WECHAT_URL: url = 'https://api.weixin.qq.com' } = env
  if (!appid || !secret) throw new Error('没有微信的密钥：设环境变量 WECHAT_APPID 和 WECHAT_SECRET，或用 --web 网址 做普通二维码')
  const wechat = createWechat({ url, appid, secret, send: fetch, token: tokenForOneRun({ url, appid, secret }) })
  return async (scene) => {
    try {
      return await wechat.codeOf({ scene, page: codePage, width, version })
    } catch (error) {
      if (error instanceof WechatError) throw new Error(`微信没有给出码（${error.errcode}）：${reasons[error.errcode] ?? '见微信文档 getwxacodeunlimit 的错误码'}`)
      throw error
    }
  }
}
