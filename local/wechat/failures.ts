import type { Hono } from 'hono'
import { fault } from './sessions'
import type { Failure, FailureKind, WeChatState } from './state'

const KINDS: readonly FailureKind[] = ['slow', '5xx', 'busy', 'expired-token', 'wrong-shape', 'not-json']

/** A failure from what a tester posts; undefined when it makes no sense. */
function readFailure(it: { path?: unknown; kind?: unknown; times?: unknown; ms?: unknown }): Failure | undefined {
  const kind = KINDS.find((known) => known === it.kind)
  if (!kind || typeof it.path !== 'string' || !it.path.startsWith('/')) return undefined
  return { path: it.path, kind, times: typeof it.times === 'number' ? it.times : Infinity, ms: typeof it.ms === 'number' ? it.ms : 6000 }
}

/**
 * Failures on demand: `POST /_fail {path, kind, times?, ms?}` makes calls whose path begins so fail, `DELETE /_fail` ends all of it.
 * Calls of the phone (`/_phone`) never fail.
 */
export function failures(app: Hono, state: WeChatState): void {
  app.post('/_fail', async (c) => {
    const failure = readFailure(await c.req.json())
    if (!failure) return c.json({ errmsg: `kind is one of ${KINDS.join(', ')}; path begins with /` }, 400)
    state.failures.push(failure)
    return c.json(fault(0, 'ok'))
  })
  app.delete('/_fail', (c) => {
    state.failures = []
    return c.json(fault(0, 'ok'))
  })
  app.use('*', async (c, next) => {
    const due = state.failures.find(({ path, times }) => times > 0 && c.req.path.startsWith(path))
    if (!due || c.req.path.startsWith('/_')) return next()
    due.times -= 1
    switch (due.kind) {
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, due.ms))
        return next()
      case '5xx': return c.text('Bad Gateway', 502)
      case 'busy': return c.json(fault(-1, 'system error'))
      case 'expired-token': return c.json(fault(42001, 'access_token expired'))
      case 'wrong-shape': return c.json({ errcode: 0, errmsg: 'ok', result: 'pass', access_token: 7, openid: null, trace_id: [], phone_info: [] })
      case 'not-json': return c.html('<html>busy</html>')
    }
  })
}
