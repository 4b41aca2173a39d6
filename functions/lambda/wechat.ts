import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { wechatApp } from './apps/wechat'

/** The Lambda `wechat`. */
export const handler = wechatApp(createCore(readConfig(process.env))).handle
