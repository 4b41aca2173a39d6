import type { HttpApp, HttpEvent } from '../functions/platform/http/event'
import { apiGateway } from './api-gateway'

function setup(...routeKeys: string[]) {
  const events: HttpEvent[] = []
  const app: HttpApp = {
    routeKeys,
    async handle(event) {
      events.push(event)
      return { statusCode: 201, headers: { 'content-type': 'image/png', 'x-of': event.routeKey }, body: Buffer.from([0, 255]).toString('base64'), isBase64Encoded: true }
    },
  }
  return { gateway: apiGateway([app]), events }
}

test('a request becomes API Gateway\'s event: the route, its parameters decoded, the query as it was sent', async () => {
  const { gateway, events } = setup('GET /api/v1/centres/{centre}/items/{id}')
  await gateway.request('/api/v1/centres/370214/items/%E7%94%B2?q=%E7%A4%BE+1', { headers: { Authorization: 'Bearer x' } })
  expect(events[0]).toMatchObject({
    routeKey: 'GET /api/v1/centres/{centre}/items/{id}', pathParameters: { centre: '370214', id: '甲' }, rawQueryString: 'q=%E7%A4%BE+1',
    headers: { authorization: 'Bearer x' }, isBase64Encoded: false, requestContext: { http: { sourceIp: 'local' } },
  })
  expect(events[0]).not.toHaveProperty('body')
})

test('text travels as it is, everything else as base64, and so do answers', async () => {
  const { gateway, events } = setup('POST /x')
  for (const type of ['application/json; charset=utf-8', 'text/xml', 'image/jpeg']) await gateway.request('/x', { method: 'POST', body: '好', headers: { 'content-type': type } })
  const base64 = Buffer.from('好').toString('base64')
  expect(events.map(({ body, isBase64Encoded }) => [body, isBase64Encoded])).toEqual([['好', false], ['好', false], [base64, true]])
  const answer = await gateway.request('/x', { method: 'POST' })
  expect([answer.status, answer.headers.get('content-type'), [...new Uint8Array(await answer.arrayBuffer())]]).toEqual([201, 'image/png', [0, 255]])
})

test('of two routes that fit, the one with fewer variables answers, whatever their order', async () => {
  const { gateway } = setup('GET /a/{id}', 'GET /a/mine')
  expect((await gateway.request('/a/mine')).headers.get('x-of')).toBe('GET /a/mine')
  expect((await gateway.request('/a/7')).headers.get('x-of')).toBe('GET /a/{id}')
})

test('a path that no Lambda has and a request beyond 6 MB end here, whether or not it says its length', async () => {
  const { gateway, events } = setup('POST /x')
  expect((await gateway.request('/y')).status).toBe(404)
  const large = new Uint8Array(6 * 1024 * 1024 + 1)
  expect((await gateway.request('/x', { method: 'POST', body: large, headers: { 'content-length': String(large.length) } })).status).toBe(413)
  const stream = new ReadableStream({ start(controller) { controller.enqueue(large); controller.close() } })
  expect((await gateway.request('/x', { method: 'POST', body: stream, duplex: 'half' } as RequestInit)).status).toBe(413)
  expect(events).toEqual([])
})
