import * as v from 'valibot'
import { route } from '@shared/api/route'
import { nothing } from '@shared/api/fields'
import { ServiceError } from '@shared/errors/service-error'
import { systemRandomness } from '../ids'
import { createLog } from '../log'
import { createApp } from './app'
import { bind } from './handler'

const echo = route({
  id: 'test.echo', method: 'POST', path: '/echo', lambda: 'items', who: 'public', status: 201, maxBodyBytes: 100,
  params: nothing, query: nothing, body: v.strictObject({ text: v.string() }), response: v.strictObject({ text: v.string() }), summary: 'Echo.',
})

const bytes = route({
  id: 'test.bytes', method: 'GET', path: '/bytes', lambda: 'items', who: 'public', cache: 'forever',
  params: nothing, query: nothing, body: undefined, response: 'binary', summary: 'Bytes.',
})

function setup(answer: (text: string) => unknown) {
  const lines: Record<string, unknown>[] = []
  const log = createLog((line) => lines.push(JSON.parse(line)))
  const authenticate = () => Promise.reject(new ServiceError('session-expired'))
  const app = createApp({ authenticate, log, random: systemRandomness }, [
    bind(echo, async ({ body }) => answer(body.text) as { text: string }),
    bind(bytes, async () => new Uint8Array([0, 255, 128])),
  ])
  const send = async (body: string) => {
    const response = await app.request('/api/v1/echo', { method: 'POST', body })
    return { status: response.status, body: await response.json() as { error?: { code: string } } }
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
  const ask = (env?: object) => app.request('/api/v1/echo', { method: 'POST', body: '{"text":"x"}', headers: { 'x-forwarded-for': '198.51.100.1' } }, env)
  await ask({ requestContext: { http: { sourceIp: '192.0.2.7' } } })
  await ask()
  expect(told).toEqual(['192.0.2.7', 'local'])
})

test('a body over the route\'s limit is refused, whether or not it says its length', async () => {
  const { app, send } = setup((text) => ({ text }))
  expect((await send(JSON.stringify({ text: 'x'.repeat(200) }))).status).toBe(413)
  const stream = new ReadableStream({ start(controller) { controller.enqueue(new TextEncoder().encode(JSON.stringify({ text: 'x'.repeat(200) }))); controller.close() } })
  const response = await app.request('/api/v1/echo', { method: 'POST', body: stream, duplex: 'half' } as RequestInit)
  expect(response.status).toBe(413)
})

test('bytes arrive unharmed and may be kept for ever', async () => {
  const response = await setup(() => ({})).app.request('/api/v1/bytes')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 255, 128]))
  expect(response.headers.get('cache-control')).toContain('immutable')
})

test('an unknown path is the registry\'s “not found”', async () => {
  const response = await setup(() => ({})).app.request('/api/v1/none')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ error: { code: 'not-found' } })
})
