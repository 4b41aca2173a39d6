import { gunzipSync } from 'node:zlib'
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as v from 'valibot'
import { basePath, type Route } from '@shared/api/route'
import { ServiceError, toErrorBody } from '@shared/errors/service-error'
import type { Authenticate } from '../actor'
import { newId, type Randomness } from '../ids'
import { errorFields, type Log } from '../log'
import { authorise, bearerToken } from './authorise'
import type { Binding } from './handler'
import { parseRequest } from './parse'

/** What the HTTP layer needs. */
export interface HttpDependencies {
  readonly authenticate: Authenticate
  readonly log: Log
  readonly random: Randomness
}

const cacheHeaders = { minute: 'public, max-age=60', forever: 'public, max-age=31536000, immutable' } as const

/** An answer by the route's schema; one that does not fit is held back: it may hold what the caller must not see. */
function checked(route: Route, answer: unknown, log: Log, requestId: string): unknown {
  if (route.response === 'binary') return answer
  const parsed = v.safeParse(route.response, answer)
  if (parsed.success) return parsed.output
  const paths = parsed.issues.map((issue) => (issue.path ?? []).map((part) => String(part.key)).join('.'))
  log.error('RESPONSE_WRONG', { requestId, route: route.id, fields: [...new Set(paths)].slice(0, 5).join(' ') })
  throw new ServiceError('internal')
}

function success(c: Context, route: Route, answer: unknown): Response {
  const headers = { 'cache-control': route.cache ? cacheHeaders[route.cache] : 'no-store', 'x-content-type-options': 'nosniff' }
  const status = (route.status ?? 200) as ContentfulStatusCode
  return route.response === 'binary' ? binary(c, answer as Uint8Array<ArrayBuffer>, status, headers) : c.json(answer as object, status, headers)
}

/** Bytes; those that are kept as gzip travel as gzip, but to the rare client that does not take it. */
function binary(c: Context, bytes: Uint8Array<ArrayBuffer>, status: ContentfulStatusCode, headers: Record<string, string>): Response {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const taken = gzip && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  const typed = { ...headers, 'content-type': 'application/octet-stream', ...(gzip ? { vary: 'accept-encoding' } : {}), ...(taken ? { 'content-encoding': 'gzip' } : {}) }
  return c.body(gzip && !taken ? new Uint8Array(gunzipSync(bytes)) : bytes, status, typed)
}

function failure(c: Context, error: unknown, log: Log, fields: { requestId: string; route: string }): Response {
  const known = error instanceof ServiceError ? error : new ServiceError('internal')
  if (known.status >= 500) log.error('REQUEST_FAILED', { ...fields, errorCode: known.code, ...errorFields(error) })
  const body = toErrorBody(known)
  return c.json(body, known.status as ContentfulStatusCode, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
}

/** The address as API Gateway tells it, which no header can forge; on one machine there is no gateway and everybody is `local`. */
const addressOf = (c: Context): string => (c.env as { requestContext?: { http?: { sourceIp?: string } } } | undefined)?.requestContext?.http?.sourceIp ?? 'local'

/** An app that answers these routes: parse, authorise, handle, and errors from the registry. */
export function createApp({ authenticate, log, random }: HttpDependencies, bindings: readonly Binding[]): Hono {
  const app = new Hono()
  for (const { route, handle } of bindings) {
    app.on(route.method, basePath + route.path, async (c) => {
      const began = Date.now()
      const requestId = newId(random)
      c.header('x-request-id', requestId)
      let response: Response
      try {
        const token = bearerToken(c)
        const actor = await authorise(route, token, c.req.param('centre'), authenticate)
        const parsed = await parseRequest(route, c)
        const answer = await handle({ ...parsed, actor, token, requestId, address: addressOf(c) } as never)
        response = success(c, route, checked(route, answer, log, requestId))
      } catch (error) {
        response = failure(c, error, log, { requestId, route: route.id })
      }
      log.info('REQUEST', { requestId, route: route.id, status: response.status, ms: Date.now() - began })
      return response
    })
  }
  app.notFound((c) => c.json(toErrorBody(new ServiceError('not-found')), 404))
  app.onError((error, c) => failure(c, error, log, { requestId: newId(random), route: 'none' }))
  return app
}
