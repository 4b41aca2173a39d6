import * as v from 'valibot'
import { route } from '@shared/api/route'
import { nothing } from '@shared/api/fields'
import { ServiceError } from '@shared/errors/service-error'
import { systemRandomness } from '../ids'
import { createLog } from '../log'
import { createApp } from './app'
import type { HttpEvent } from './event'
import { bind } from './handler'

const echo = route({
  id: 'test.echo', method: 'POST', path: '/echo', lambda: 'items', who: 'public', status: 201, maxBodyBytes: 100,
  params: nothing, query: nothing, body: v.strictObject({ text: v.string() }), response: v.strictObject({ text: v.string() }), summary: 'Echo.',
})

const bytes = route({
  id: 'test.bytes', method: 'GET', path: '/bytes', lambda: 'items', who: 'public', cache: 'forever',
  params: nothing, query: nothing, body: undefined, response: 'binary', summary: 'Bytes.',
})

const event = (routeKey: string, more: Partial<HttpEvent> = {}): HttpEvent =>
  ({ routeKey, rawQueryString: '', headers: {}, isBase64Encoded: false, requestContext: { http: { sourceIp: '192.0.2.7' } }, ...more })
const echoed = (body: string, more: Partial<HttpEvent> = {}) => event('POST /api/v1/echo', { body, ...more })

function setup(answer: (text: string) => unknown) {
  const lines: Record<string, unknown>[] = []
  const log = createLog((line) => lines.push(JSON.parse(line)))
  const authenticate = () => Promise.reject(new ServiceError('session-expired'))
  const app = createApp({ authenticate, log, random: systemRandomness }, [
    bind(echo, async ({ body }) => answer(body.text) as { text: string }),
    bind(bytes, async () => new Uint8Array([0, 255, 128])),
  ])
  const send = async (body: string) => {
    const { statusCode, body: answered } = await app.handle(echoed(body))
    return { status: statusCode, body: JSON.parse(answered ?? '') as { error?: { code: string } } }
  }
  return { app, send, lines }
}

test('a good request is answered with the route\'s status', async () => {
  const { send } = setup((text) => ({ text }))
  expect(await send('{"text":"你好"}')).toEqual({ status: 201, body: { text: '你好' } })
})

test('an answer with a field that the route does not promise is held back, and the log names the field without its value', async () => {
  const { send, lines } = setup((text) => ({ text, contact: '不能外传的联系方式' }))
  const { status, body } = await send('{"text":"x"}')
  expect(status).toBe(500)
  expect(body.error?.code).toBe('internal')
  expect(lines.find((line) => line.code === 'RESPONSE_WRONG')).toMatchObject({ fields: 'contact', route: 'test.echo' })
  expect(JSON.stringify([body, lines])).not.toContain('不能外传的联系方式')
})

test('an unexpected error tells the caller nothing and the log only its kind', async () => {
  const { send, lines } = setup(() => { throw new TypeError('内部细节：市民的原话') })
  const { status, body } = await send('{"text":"x"}')
  expect(status).toBe(500)
  expect(JSON.stringify([body, lines])).not.toContain('市民的原话')
  expect(lines.find((line) => line.code === 'REQUEST_FAILED')).toMatchObject({ error: 'TypeError' })
})

test('the address comes from the gateway, not from a header that anybody can write', async () => {
  const told: string[] = []
  const app = createApp({ authenticate: () => Promise.reject(new Error()), log: createLog(() => undefined), random: systemRandomness }, [
    bind(echo, async ({ body, address }) => { told.push(address); return body }),
  ])
  await app.handle(echoed('{"text":"x"}', { headers: { 'x-forwarded-for': '198.51.100.1' } }))
  expect(told).toEqual(['192.0.2.7'])
})

test('a body beyond the route\'s limit is refused, and one that is no JSON or no UTF-8', async () => {
  const { app, send } = setup((text) => ({ text }))
  expect((await send(JSON.stringify({ text: 'x'.repeat(200) }))).status).toBe(413)
  expect((await send(JSON.stringify({ text: '字'.repeat(40) }))).status).toBe(413)
  expect(await send('{"text":')).toMatchObject({ status: 400, body: { error: { code: 'not-json' } } })
  const sent = (bytes: Buffer) => app.handle(echoed(bytes.toString('base64'), { isBase64Encoded: true }))
  expect(await sent(Buffer.from('{"text":"你好"}'))).toMatchObject({ statusCode: 201, body: '{"text":"你好"}' })
  expect(JSON.parse((await sent(Buffer.from([0x22, 0xff, 0x22]))).body ?? '')).toMatchObject({ error: { code: 'not-json' } })
})

test('of a parameter that stands twice in the query the first counts, and one that the route does not know is refused', async () => {
  const list = route({ id: 'test.list', method: 'GET', path: '/list/:id', lambda: 'items', who: 'public', params: v.strictObject({ id: v.string() }), query: v.strictObject({ q: v.string() }), body: undefined, response: v.strictObject({ said: v.string() }), summary: 'List.' })
  const app = createApp({ authenticate: () => Promise.reject(new Error()), log: createLog(() => undefined), random: systemRandomness }, [bind(list, async ({ params, query }) => ({ said: `${params.id} ${query.q}` }))])
  const ask = (rawQueryString: string) => app.handle(event('GET /api/v1/list/{id}', { pathParameters: { id: '甲' }, rawQueryString }))
  expect(await ask('q=%E7%A4%BE%E4%BF%9D+%E5%8D%A1&q=2')).toMatchObject({ statusCode: 200, body: '{"said":"甲 社保 卡"}' })
  expect(await ask('q=1&constructor=2')).toMatchObject({ statusCode: 400 })
  expect(await ask('q=1&__proto__=2')).toMatchObject({ statusCode: 400 })
})

test('bytes arrive unharmed and may be kept for ever', async () => {
  const { body, isBase64Encoded, headers } = await setup(() => ({})).app.handle(event('GET /api/v1/bytes'))
  expect(isBase64Encoded).toBe(true)
  expect([...Buffer.from(body ?? '', 'base64')]).toEqual([0, 255, 128])
  expect(headers?.['cache-control']).toContain('immutable')
})

test('every answer carries the request\'s number and may not be taken for another type', async () => {
  const { headers } = await setup((text) => ({ text })).app.handle(echoed('{"text":"x"}'))
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'x-request-id': expect.stringMatching(/^\w{20}$/) as string })
})

test('a route that is not its own is the registry\'s “not found”', async () => {
  const { statusCode, body } = await setup(() => ({})).app.handle(event('GET /api/v1/none'))
  expect(statusCode).toBe(404)
  expect(JSON.parse(body ?? '')).toMatchObject({ error: { code: 'not-found' } })
})
