import { routes } from './routes'
import { createClient, pathOf, queryText, type TransportRequest } from './client'

const setup = (status: number, body: unknown) => {
  const sent: TransportRequest[] = []
  const call = createClient(async (request) => {
    sent.push(request)
    return { status, body }
  })
  return { sent, call }
}

test('a call sends method, encoded path and query, and gives the answer', async () => {
  const { sent, call } = setup(200, { hits: [], total: 0, confidence: 'none', truncated: false })
  const answer = await call(routes.search.search, { params: { centre: '370214' }, query: { q: '房子过户', limit: 5, audience: ['个人', '法人'], online: true } })
  expect(answer.total).toBe(0)
  expect(sent[0]).toEqual({
    method: 'GET',
    url: '/api/v1/centres/370214/search?q=%E6%88%BF%E5%AD%90%E8%BF%87%E6%88%B7&limit=5&audience=%E4%B8%AA%E4%BA%BA%2C%E6%B3%95%E4%BA%BA&online=1',
    responds: 'json',
  })
})

test('an error answer becomes the registry\'s error with the fields to correct', async () => {
  const { call } = setup(400, { error: { code: 'invalid-request', message: '…', fields: { text: '请填写' } } })
  await expect(call(routes.accounts.deviceSignIn, { params: { centre: '370214' }, body: { deviceKey: '' } })).rejects.toMatchObject({
    code: 'invalid-request', status: 400, detail: { fields: { text: '请填写' } },
  })
})

test('a proxy\'s error page becomes “unavailable”, so that the phone offers a retry', async () => {
  const { call } = setup(502, '<html>')
  await expect(call(routes.centre.get, { params: { centre: '370214' } })).rejects.toMatchObject({ code: 'unavailable' })
})

test('parameters cannot leave their place in the path', () => {
  expect(pathOf(routes.items.get, { centre: '370214', id: '../x?y' })).toBe('/api/v1/centres/370214/items/..%2Fx%3Fy')
})

test('absent query values are left out', () => {
  expect(queryText({ a: undefined, b: '', c: 0 })).toBe('?c=0')
  expect(queryText({})).toBe('')
})
