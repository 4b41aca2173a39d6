import { routes } from '@shared/api/routes'
import { centre, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

let backend: Backend
let citizen: { token: string }
let window: { token: string }

beforeAll(async () => {
  backend = await startBackend()
  ;[citizen, window] = await Promise.all([backend.citizen('device'), backend.staff('window')])
})

afterAll(() => backend.stop())

const good = () => ({ clientKey: newKey(), kind: 'pain', text: '排队时间太长' }) as Record<string, unknown>

async function post(body: unknown, token = citizen.token, path = `/api/v1/centres/${centre}/complaints`) {
  const answer = await backend.fetch(path, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: typeof body === 'string' || body instanceof Uint8Array ? body as BodyInit : JSON.stringify(body),
  })
  return { status: answer.status, body: await answer.json() as { error?: { code: string; message: string; fields?: Record<string, string> } } }
}

const rows: [string, (it: Record<string, unknown>) => unknown, string, string][] = [
  ['an unknown key', (it) => ({ ...it, admin: true }), 'admin', '不认识的内容'],
  ['an unknown key deeper down', (it) => ({ ...it, where: { area: 'hr', secret: 1 } }), 'where.secret', '不认识的内容'],
  ['10,001 characters', (it) => ({ ...it, text: '长'.repeat(10_001) }), 'text', '最多 2000 字'],
  ['nothing but blanks', (it) => ({ ...it, text: '   \n ' }), 'text', '请填写'],
  ['a number in place of a text', (it) => ({ ...it, text: 7 }), 'text', '应为文字'],
  ['no text', ({ text: _, ...it }) => it, 'text', '请填写'],
  ['an unknown kind', (it) => ({ ...it, kind: 'rant' }), 'kind', '请从给出的选项中选择'],
  ['seven photos', (it) => ({ ...it, photos: Array.from({ length: 7 }, () => '0123456789abcdefghjk') }), 'photos', '最多 6 张照片'],
  ['a photo id that is none', (it) => ({ ...it, photos: ['../../etc'] }), 'photos.0', '格式不正确'],
  ['a short client key', (it) => ({ ...it, clientKey: 'x' }), 'clientKey', '格式不正确'],
  ['an area that the centre does not have', (it) => ({ ...it, where: { area: 'moon' } }), 'where.area', '没有这个综合办理区'],
  ['an item that the catalogue does not have', (it) => ({ ...it, where: { item: '370214-9999' } }), 'where.item', '没有这个事项，请移除或另选一个'],
  ['a text in place of yes or no', (it) => ({ ...it, showName: 'yes' }), 'showName', '应为“是”或“否”'],
  ['a text in place of an object', (it) => ({ ...it, where: '大厅' }), 'where', '格式不正确'],
]

test.each(rows)('%s is refused with the field and a Chinese sentence, and nothing is written', async (_, change, field, sentence) => {
  const { status, body } = await post(change(good()))
  expect(status).toBe(400)
  expect(body.error?.code).toBe('invalid-request')
  expect(body.error?.fields).toHaveProperty([field], sentence)
})

test('after all these refusals the citizen has no complaint', async () => {
  expect((await backend.as(citizen.token)(routes.complaints.mine, { params: { centre } })).complaints).toEqual([])
})

test.each([
  ['no JSON', '{"kind":', 400, 'not-json'],
  ['an empty body', '', 400, 'not-json'],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400, 'not-json'],
  ['a text where an object belongs', '"hello"', 400, 'invalid-request'],
  ['a key named __proto__', '{"__proto__":{"kind":"pain"},"text":"x"}', 400, 'invalid-request'],
  ['a body of a megabyte', JSON.stringify({ text: 'x'.repeat(1_000_000) }), 413, 'body-too-large'],
])('%s gets the registry\'s error', async (_, body, status, code) => {
  const answer = await post(body)
  expect(answer.status).toBe(status)
  expect(answer.body.error?.code).toBe(code)
  expect(answer.body.error?.message).toMatch(/[\u4e00-\u9fff]/)
})

test('a wrong id, a wrong cursor and an unknown query are refused, what is not there is “not found”', async () => {
  const get = async (path: string, token = citizen.token) => {
    const answer = await backend.fetch(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
    return [answer.status, (await answer.json() as { error: { code: string } }).error.code]
  }
  expect(await get(`/centres/${centre}/complaints/1`)).toEqual([400, 'invalid-request'])
  expect(await get(`/centres/${centre}/complaints/0123456789abcdefghjk`)).toEqual([404, 'not-found'])
  expect(await get(`/centres/${centre}/complaints?cursor=%00`)).toEqual([400, 'invalid-request'])
  expect(await get(`/centres/${centre}/complaints?cursor=gICA`)).toEqual([400, 'invalid-request'])
  expect(await get(`/centres/${centre}/complaints?page=2`)).toEqual([400, 'invalid-request'])
  expect(await get(`/centres/${centre}/complaints?limit=100000`)).toEqual([400, 'invalid-request'])
  expect(await get('/centres/abc/complaints')).toEqual([401, 'sign-in-required'])
  expect(await get('/centres/999999')).toEqual([404, 'not-found'])
  expect(await get('/staff/complaints?state=none', window.token)).toEqual([400, 'invalid-request'])
})

test('a citizen who floods the centre is slowed down', async () => {
  const flooder = await backend.citizen('device')
  const codes = new Set<number>()
  for (let round = 0; round < 13; round++) {
    for (const { status } of await Promise.all(Array.from({ length: 8 }, () => post(good(), flooder.token)))) codes.add(status)
  }
  expect([...codes].sort()).toEqual([201, 429])
})

test('a calendar that does not cover the year is told to staff, never guessed', async () => {
  const before = backend.core.now()
  backend.pass(Date.parse('2030-06-03T02:00:00.000Z') - before)
  const later = await backend.citizen('device')
  const staff = await backend.staff('window')
  const mine = await backend.as(later.token)(routes.complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'opinion', text: '那一年的日历还没有' } })
  expect((await backend.as(staff.token)(routes.complaints.staffGet, { params: { id: mine.id } })).due).toBe('unknown')
  expect(backend.logLines.some((line) => line.includes('CALENDAR_MISSING'))).toBe(true)
})

test('every answer says that it may not be kept, and has a request id', async () => {
  const answer = await backend.fetch(`/api/v1/centres/${centre}/me`, { headers: { authorization: `Bearer ${citizen.token}` } })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-z]{20}$/)
})

test('the service says that it is well', async () => {
  expect(await (await backend.fetch('/api/v1/health')).json()).toEqual({ status: 'ok' })
})
