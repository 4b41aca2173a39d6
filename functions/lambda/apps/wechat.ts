import { centreId } from '@shared/api/fields'
import * as v from 'valibot'
import type { Core } from '../../platform/core'
import { bodyOf, queryOf, routeKeyOf, type HttpApp, type HttpResult } from '../../platform/http/event'
import { createCallback } from '../../wechat/callback'
import { maxBodyBytes } from '../../wechat/message'
import { createConversation } from '../../wechat/service'
import { createTalks } from '../../wechat/talk'
import { createUnspent } from '../../wechat/unspent'
import { createReplies } from '../reply-service'
import { createSearchServices } from '../search-services'
import { createServices } from '../services'

/** The official account's callback, one address a centre. It is WeChat's protocol, not ours: no route table, no JSON. */
export function wechatApp(core: Core): HttpApp {
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
  const [get, post] = (['GET', 'POST'] as const).map((method) => routeKeyOf({ method, path: '/wechat/:centre' }))
  return {
    routeKeys: [get, post],
    async handle(event) {
      const centre = v.safeParse(centreId, event.pathParameters?.centre)
      if (!centre.success) return plain(404, '')
      const method = event.routeKey === get ? 'GET' as const : 'POST' as const
      const received = method === 'GET' ? Buffer.alloc(0) : bodyOf(event)
      if (received.byteLength > maxBodyBytes) return plain(403, '')
      const { status, type, body } = await callback(centre.output, { method, query: queryOf(event), body: received.toString('utf8') })
      return plain(status, body, type)
    },
  }
}

const plain = (statusCode: number, body: string, type = 'text/plain'): HttpResult =>
  ({ statusCode, headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }, body })
