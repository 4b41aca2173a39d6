import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import type { Route } from '@shared/api/route'
import { ServiceError, toErrorBody } from '@shared/errors/service-error'
import type { Authenticate } from '../actor'
import { newId, type Randomness } from '../ids'
import { errorFields, type Log } from '../log'
import { authorise, bearerToken } from './authorise'
import { routeKeyOf, type HttpApp, type HttpEvent, type HttpResult } from './event'
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

const nosniff = { 'x-content-type-options': 'nosniff' }

const json = (statusCode: number, body: unknown, headers: Record<string, string>): HttpResult =>
  ({ statusCode, headers: { ...nosniff, ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })

function success(event: HttpEvent, route: Route, answer: unknown): HttpResult {
  const headers = { 'cache-control': route.cache ? cacheHeaders[route.cache] : 'no-store' }
  const status = route.status ?? 200
  return route.response === 'binary' ? binary(event, answer as Uint8Array, status, headers) : json(status, answer, headers)
}

/** Bytes; those that are kept as gzip travel as gzip, but to the rare client that does not take it. */
function binary(event: HttpEvent, bytes: Uint8Array, statusCode: number, headers: Record<string, string>): HttpResult {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const taken = gzip && (event.headers['accept-encoding'] ?? '').includes('gzip')
  const typed = { ...nosniff, ...headers, 'content-type': 'application/octet-stream', ...(gzip ? { vary: 'accept-encoding' } : {}), ...(taken ? { 'content-encoding': 'gzip' } : {}) }
  return { statusCode, headers: typed, body: Buffer.from(gzip && !taken ? gunzipSync(bytes) : bytes).toString('base64'), isBase64Encoded: true }
}

function failure(error: unknown, log: Log, fields: { requestId: string; route: string }): HttpResult {
  const known = error instanceof ServiceError ? error : new ServiceError('internal')
  if (known.status >= 500) log.error('REQUEST_FAILED', { ...fields, errorCode: known.code, ...errorFields(error) })
  return json(known.status, toErrorBody(known), { 'cache-control': 'no-store' })
}

/** An app that answers these routes: parse, authorise, handle, and errors from the registry. */
export function createApp({ authenticate, log, random }: HttpDependencies, bindings: readonly Binding[]): HttpApp {
  const byKey = new Map(bindings.map((binding) => [routeKeyOf(binding.route), binding]))
  const answer = async ({ route, handle }: Binding, event: HttpEvent, requestId: string): Promise<HttpResult> => {
    try {
      const token = bearerToken(event)
      const actor = await authorise(route, token, event.pathParameters?.centre, authenticate)
      const parsed = parseRequest(route, event)
      // The address as API Gateway tells it, which no header can forge.
      const answered = await handle({ ...parsed, actor, token, requestId, address: event.requestContext.http.sourceIp } as never)
      return success(event, route, checked(route, answered, log, requestId))
    } catch (error) {
      return failure(error, log, { requestId, route: route.id })
    }
  }
  return {
    routeKeys: [...byKey.keys()],
    async handle(event) {
      const began = Date.now()
      const requestId = newId(random)
      const binding = byKey.get(event.routeKey)
      if (!binding) return failure(new ServiceError('not-found'), log, { requestId, route: 'none' })
      const result = await answer(binding, event, requestId)
      log.info('REQUEST', { requestId, route: binding.route.id, status: result.statusCode, ms: Date.now() - began })
      return { ...result, headers: { ...result.headers, 'x-request-id': requestId } }
    },
  }
}
