import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { pathOf } from '@shared/api/client'
import type { Route } from '@shared/api/route'
import { routes } from '@shared/api/routes'
import { routeKeyOf } from '../../functions/platform/http/event'
import { localEnvironment } from '../../local/environment'
import { centre, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

let backend: Backend
const before = { ...process.env }

beforeAll(async () => {
  backend = await startBackend()
  const { config } = backend.core
  const tableIds = Object.values(config.tables)
  Object.assign(process.env, localEnvironment({ tableIds, dynamodb: config.dynamoEndpoint!, photos: config.photos.endpoint!, wechat: config.wechat.url }))
  jest.spyOn(console, 'log').mockImplementation(() => {})
})

afterAll(() => {
  process.env = before
  jest.restoreAllMocks()
  return backend.stop()
})

/** An event as API Gateway's HTTP API sends it, payload format 2.0. */
const event = (route: Route, pathParameters: Record<string, string>, more: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 => ({
  version: '2.0', routeKey: routeKeyOf(route), pathParameters, rawPath: pathOf(route, pathParameters), rawQueryString: '', headers: { host: 'api.example.invalid' }, isBase64Encoded: false,
  requestContext: {
    accountId: '0', apiId: 'api', domainName: 'api.example.invalid', domainPrefix: 'api', requestId: 'r', routeKey: routeKeyOf(route), stage: '$default', time: '', timeEpoch: 0,
    http: { method: route.method, path: pathOf(route, pathParameters), protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
  },
  ...more,
})

const call = (handler: unknown, it: APIGatewayProxyEventV2) => (handler as Handler)(it, {} as Context)

test('the entry of the public Lambda answers API Gateway\'s events', async () => {
  const { handler } = require('../../functions/lambda/items') as { handler: unknown }
  const well = await call(handler, event(routes.centre.health, {}))
  expect([well.statusCode, well.isBase64Encoded ?? false]).toEqual([200, false])
  expect(JSON.parse(well.body!)).toEqual({ status: 'ok' })
  const found = await call(handler, event(routes.centre.get, { centre }))
  expect(JSON.parse(found.body!)).toMatchObject({ id: centre, name: '城阳区市民中心' })
})

test('a complaint in Chinese comes through API Gateway unharmed, whether its body is text or base 64', async () => {
  const { handler } = require('../../functions/lambda/complaints') as { handler: unknown }
  const { token } = await backend.citizen('device')
  const send = (encoded: boolean) => {
    const json = JSON.stringify({ clientKey: newKey(), kind: 'pain', text: '排队太久😀' })
    const headers = { host: 'api.example.invalid', 'content-type': 'application/json', authorization: `Bearer ${token}` }
    return call(handler, event(routes.complaints.submit, { centre }, { headers, body: encoded ? Buffer.from(json).toString('base64') : json, isBase64Encoded: encoded }))
  }
  for (const encoded of [false, true]) {
    const answer = await send(encoded)
    expect(answer.statusCode).toBe(201)
    expect(JSON.parse(answer.body!)).toMatchObject({ text: '排队太久😀', state: 'submitted' })
  }
  const mine = await backend.as(token)(routes.complaints.mine, { params: { centre } })
  expect(mine.complaints).toHaveLength(2)
})

test('a query in Chinese reaches the handler decoded', async () => {
  const { handler } = require('../../functions/lambda/complaints') as { handler: unknown }
  const { token } = await backend.staff('window')
  const headers = { host: 'api.example.invalid', authorization: `Bearer ${token}` }
  const answer = await call(handler, event(routes.complaints.staffQueue, {}, { headers, rawQueryString: 'state=%E4%B8%8D%E5%AF%B9' }))
  expect(JSON.parse(answer.body!)).toMatchObject({ error: { code: 'invalid-request', fields: { state: '请从给出的选项中选择' } } })
})
