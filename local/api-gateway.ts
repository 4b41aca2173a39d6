import { isUtf8 } from 'node:buffer'
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { HttpApp, HttpEvent } from '../functions/platform/http/event'

/** Largest request that API Gateway passes to a Lambda, bytes. */
const MAX_REQUEST = 6 * 1024 * 1024
/** Bodies of these types reach the Lambda as text, where they are text, all others as base64. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml))/

/**
 * What API Gateway's HTTP API does in the cloud: it matches a request to a Lambda's route and passes it on as an event. Everybody on this machine
 * has the address `local`.
 */
export function apiGateway(apps: readonly HttpApp[]): Hono {
  const gateway = new Hono()
  const routes = apps.flatMap((app) => app.routeKeys.map((routeKey) => {
    const [method, path] = routeKey.split(' ') as [string, string]
    return { app, routeKey, method, path }
  }))
  // The most specific route first: a brace sorts after every letter.
  routes.sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const { app, routeKey, method, path } of routes) gateway.on(method, path.replace(/{([A-Za-z]+)}/g, ':$1'), (c) => passOn(app, routeKey, c))
  gateway.notFound((c) => c.json({ message: 'Not Found' }, 404))
  return gateway
}

async function passOn(app: HttpApp, routeKey: string, c: Context): Promise<Response> {
  const bytes = Number(c.req.header('content-length') ?? 0) > MAX_REQUEST ? undefined : Buffer.from(await c.req.arrayBuffer())
  if (!bytes || bytes.byteLength > MAX_REQUEST) return c.json({ message: 'Request Entity Too Large' }, 413)
  const headers = c.req.header()
  const isBase64Encoded = bytes.byteLength > 0 && !(TEXT.test(headers['content-type'] ?? '') && isUtf8(bytes))
  const event: HttpEvent = {
    routeKey, headers, isBase64Encoded,
    pathParameters: c.req.param(),
    rawQueryString: new URL(c.req.url).search.slice(1),
    ...(bytes.byteLength > 0 ? { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    requestContext: { http: { sourceIp: 'local' } },
  }
  const { statusCode = 200, headers: answered = {}, body = '', isBase64Encoded: packed } = await app.handle(event)
  return c.body(packed ? new Uint8Array(Buffer.from(body, 'base64')) : body, statusCode as ContentfulStatusCode, Object.fromEntries(Object.entries(answered).map(([name, value]) => [name, String(value)])))
}
