import { Hono } from 'hono'
import { basePath } from '@shared/api/route'
import { centreId } from '@shared/api/fields'
import * as v from 'valibot'
import type { Core } from '../../platform/core'
import { createCallback } from '../../wechat/callback'
import { maxBodyBytes } from '../../wechat/message'
import { createConversation } from '../../wechat/service'
import { createTalks } from '../../wechat/talk'
import { createUnspent } from '../../wechat/unspent'
import { createReplies } from '../reply-service'
import { createSearchServices } from '../search-services'
import { createServices } from '../services'

/** The official account's callback, one address a centre. It is WeChat's protocol, not ours: no route table, no JSON. */
export function wechatApp(core: Core): Hono {
  const { config, dynamo, now, random, log } = core
  const { centres, photoChecks } = createServices(core)
  const { items, searches, questions } = createSearchServices(core)
  const replies = createReplies(core)
  const conversation = createConversation({
    centre: (id) => centres.get(id),
    search: (centre, question, options) => searches.search(centre, question, options),
    item: (centre, id) => items.published(centre, id),
    replies: (centre) => replies.inForce(centre),
    count: (centre, events) => questions.countAnswered(centre, events),
    verdict: (centre, trace, suggest) => photoChecks.verdict(centre, trace, suggest),
    talks: createTalks(dynamo, config.tables.caches, now),
    targets: { miniprogramAppid: config.wechat.appid, webUrl: config.webUrl },
    log,
  })
  const unspent = createUnspent(dynamo, config.tables.caches, now)
  const callback = createCallback({ keys: config.wechat.callback, conversation, unspent, now, random, log })
  const app = new Hono()
  app.on(['GET', 'POST'], `${basePath}/wechat/:centre`, async (c) => {
    const centre = v.safeParse(centreId, c.req.param('centre'))
    if (!centre.success) return c.text('', 404)
    if (Number(c.req.header('content-length') ?? 0) > maxBodyBytes) return c.text('', 403)
    const method = c.req.method === 'GET' ? 'GET' as const : 'POST' as const
    const { status, type, body } = await callback(centre.output, { method, query: c.req.query(), body: method === 'GET' ? '' : await c.req.text() })
    return c.body(body, status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  })
  app.notFound((c) => c.text('', 404))
  return app
}
