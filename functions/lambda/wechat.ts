import { handle } from 'hono/aws-lambda'
import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { wechatApp } from './apps/wechat'

/** The Lambda `wechat`. */
export const handler = handle(wechatApp(createCore(readConfig(process.env))))
