import { accountsApp } from '../functions/lambda/apps/accounts'
import { adminApp } from '../functions/lambda/apps/admin'
import { complaintsApp } from '../functions/lambda/apps/complaints'
import { itemsApp } from '../functions/lambda/apps/items'
import { wechatApp } from '../functions/lambda/apps/wechat'
import type { Core } from '../functions/platform/core'
import type { HttpApp } from '../functions/platform/http/event'

/** Every Lambda behind API Gateway, each with a core of its own: what its role may do. */
export const httpApps = (coreOf: (lambda: string) => Core): HttpApp[] =>
  [itemsApp(coreOf('items')), complaintsApp(coreOf('complaints')), accountsApp(coreOf('accounts')), adminApp(coreOf('admin')), wechatApp(coreOf('wechat'))]
