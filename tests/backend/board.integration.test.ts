import { routes } from '@shared/api/routes'
import type { StaffActBody } from '@shared/complaints/acts'
import type { ComplaintKind } from '@shared/complaints/kinds'
import { phoneJpeg } from '../../functions/photos/pictures.sample'
import { centre, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { complaints, photos } = routes
let backend: Backend
let chief: { token: string }
beforeAll(async () => {
  backend = await startBackend()
  chief = await backend.staff('chief')
})
afterAll(() => backend.stop())

type Publish = Partial<Omit<Extract<StaffActBody, { action: 'publish' }>, 'action' | 'expectedVersion'>>
const act = (id: string, body: StaffActBody) => backend.as(chief.token)(complaints.act, { params: { id }, body })
const board = (query: { kind?: ComplaintKind; area?: string; item?: string; cursor?: string; limit?: number } = {}) => backend.as()(complaints.published, { params: { centre }, query })
const one = (id: string) => backend.as()(complaints.publishedOne, { params: { centre, id } })

/** Uploads a photo; it waits for its check. */
async function photo(token: string): Promise<string> {
  const { id, url, fields } = await backend.as(token)(photos.ticket, { params: { centre }, body: { type: 'image/jpeg', bytes: 2000 } })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new File([await phoneJpeg(400, 300, 6)], 'photo.jpg'))
  await fetch(url, { method: 'POST', body: form })
  await backend.as(token)(photos.uploaded, { params: { centre, id }, body: {} })
  return id
}

/** A complaint that has been answered: version 3. */
async function answered(more: { kind?: ComplaintKind; where?: { area?: string; item?: string }; photos?: string[] } = {}, token?: string): Promise<string> {
  const { id } = await backend.as(token ?? (await backend.citizen()).token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'pain', text: '等候区没有饮水机', ...more } })
  await act(id, { action: 'accept', expectedVersion: 1 })
  await act(id, { action: 'answer', expectedVersion: 2, text: '已经装好' })
  return id
}
const publish = (id: string, expectedVersion = 3, more: Publish = {}) => act(id, { action: 'publish', expectedVersion, question: '等候区没有饮水机', answer: '已经装好', confirmed: [], ...more })

test('the board is looked through by kind, by area and by item, each by its own key, page after page', async () => {
  const ids: string[] = []
  await backend.item({ name: '食品经营许可', code: '370214-0001' })
  for (const more of [{ kind: 'blockage', where: { area: 'tax' } }, { kind: 'opinion', where: { area: 'tax' } }, { kind: 'blockage', where: { item: '370214-0001' } }, { kind: 'blockage', where: { area: 'tax' } }] as const) {
    const id = await answered(more)
    await publish(id)
    ids.unshift(id)
  }
  const idsOf = async (...query: Parameters<typeof board>) => (await eventually(async () => {
    const { answers } = await board(...query)
    return answers.length > 0 ? answers : undefined
  })).map(({ id }) => id)
  expect(await idsOf()).toEqual(ids)
  expect(await idsOf({ kind: 'blockage' })).toEqual([ids[0], ids[1], ids[3]])
  expect(await idsOf({ area: 'tax' })).toEqual([ids[0], ids[2], ids[3]])
  expect(await idsOf({ area: 'tax', kind: 'blockage' })).toEqual([ids[0], ids[3]])
  expect(await idsOf({ item: '370214-0001' })).toEqual([ids[1]])
  const first = await board({ area: 'tax', kind: 'blockage', limit: 1 })
  expect(first.answers.map(({ id }) => id)).toEqual([ids[0]])
  const second = await board({ area: 'tax', kind: 'blockage', limit: 1, cursor: first.cursor as string })
  expect(second.answers.map(({ id }) => id)).toEqual([ids[3]])
  expect((await board({ area: 'tax', kind: 'blockage', limit: 1, cursor: second.cursor as string })).answers).toEqual([])
})

test('who follows is counted in every list, and what is no longer public is in none', async () => {
  const id = await answered({ kind: 'suggestion' })
  await publish(id)
  const { token } = await backend.citizen()
  await backend.as(token)(complaints.follow, { params: { centre, id }, body: { follow: true } })
  expect((await board({ kind: 'suggestion' })).answers).toEqual([expect.objectContaining({ id, followers: 1 })])
  expect((await one(id)).followers).toBe(1)
  await act(id, { action: 'unpublish', expectedVersion: 4 })
  expect((await board({ kind: 'suggestion' })).answers).toEqual([])
  await expect(one(id)).rejects.toMatchObject({ code: 'not-found' })
})

test('a case tells what was put right and the month, and neither the day nor anything of its citizen', async () => {
  const id = await answered()
  await publish(id, 3, { result: '每层装了一台饮水机' })
  const shown = await one(id)
  expect(shown).toMatchObject({ result: '每层装了一台饮水机', month: expect.stringMatching(/^\d{4}-\d\d$/), where: {}, before: [], after: [] })
  expect(Object.keys(shown).sort()).toEqual(['after', 'answer', 'before', 'followers', 'id', 'kind', 'month', 'publishedAt', 'question', 'result', 'state', 'where'])
  await expect(publish(id, 4, { result: '请打 13800001234' })).rejects.toMatchObject({ code: 'personal-data' })
})

test('only the chosen photos are public, only those that have passed, and no longer once they are judged otherwise', async () => {
  const { token } = await backend.citizen()
  const [first, second, third] = [await photo(token), await photo(token), await photo(token)]
  const id = await answered({ photos: [first, second, third] }, token)
  await expect(publish(id, 3, { before: [first] })).rejects.toMatchObject({ code: 'invalid-request', detail: { fields: { before: expect.stringContaining('已通过审核') } } })
  const judge = (photoId: string, verdict: 'pass' | 'risky') => backend.as(chief.token)(photos.judge, { params: { id: photoId }, body: { verdict } })
  await eventually(async () => ((await backend.as(chief.token)(complaints.staffGet, { params: { id } })).photos.every(({ url }) => url) ? true : undefined))
  await judge(first, 'pass')
  await judge(second, 'pass')
  await expect(publish(id, 3, { before: [first], after: [third] })).rejects.toMatchObject({ detail: { fields: { after: expect.any(String) } } })
  await expect(publish(id, 3, { before: [first], after: [first] })).rejects.toMatchObject({ detail: { fields: { after: expect.any(String) } } })
  await expect(publish(await answered(), 3, { before: [first] })).rejects.toMatchObject({ code: 'invalid-request' })
  await publish(id, 3, { before: [first], after: [second] })
  const shown = await one(id)
  expect(shown.before.map((it) => it.id)).toEqual([first])
  expect(shown.after.map((it) => it.id)).toEqual([second])
  expect((await fetch(shown.before[0]?.url ?? '')).status).toBe(200)
  expect(JSON.stringify(await board())).not.toContain(third)
  await judge(first, 'risky')
  expect((await one(id)).before).toEqual([])
})
