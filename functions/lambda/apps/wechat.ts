import { Hono } from 'hono'
import { basePath } from '@shared/api/route'
import { centreId } from '@shared/api/fields'
import * as v from 'valibot'
import type { Core } from '../../platform/core'
import { createCallback } from '../../wechat/callback'
import { maxBodyBytes } from '../../wechat/message'
import { createOnce } from '../../wechat/once'
import { createConversation } from '../../wechat/service'
import { createSearchServices } from '../search-services'
import { createServices } from '../services'

/** Hits that an answer may be made of. */
const hits = 6

/** The official account's callback, one address a centre. It is WeChat's protocol, not ours: no route table, no JSON. */
export function wechatApp(core: Core): Hono {
  const { config, dynamo, now, random, log } = core
  const { centres, photoChecks } = createServices(core)
  const { searches, questions } = createSearchServices(core)
  const conversation = createConversation({
    centre: (id) => centres.get(id),
    search: (centre, question) => searches.search(centre, question, { limit: hits }),
    count: (centre, events) => questions.count(centre, events),
    verdict: (centre, trace, suggest) => photoChecks.verdict(centre, trace, suggest),
    once: createOnce(dynamo, config.tables.caches, now),
    targets: { miniprogramAppid: config.wechat.appid, webUrl: config.webUrl },
  })
  const callback = createCallback({ keys: config.wechat.callback, conversation, now, random, log })
  const app = new Hono()
  app.on(['GET', 'POST'], `${basePath}/wechat/:centre`, async (c) => {
    const centre = v.safeParse(centreId, c.req.param('centre'))
    if (!centre.success) return c.text('', 404)
    if (Number(c.req.header('content-length') ?? 0) > maxBodyBytes) return c.text('', 413)
    const method = c.req.method === 'GET' ? 'GET' as const : 'POST' as const
    const { status, type, body } = await callback(centre.output, { method, query: c.req.query(), body: method === 'GET' ? '' : await c.req.text() })
    return c.body(body, status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  })
  app.notFound((c) => c.text('', 404))
  return app
}
