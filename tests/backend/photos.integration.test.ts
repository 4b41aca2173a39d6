import { routes } from '@shared/api/routes'
import { centre, eventually, jpeg, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { photos, complaints, accounts } = routes

let backend: Backend
let citizen: { token: string; id: string }
let window: { token: string }

beforeAll(async () => {
  backend = await startBackend()
  ;[citizen, window] = await Promise.all([backend.citizen(), backend.staff('window')])
})

afterAll(() => backend.stop())

async function upload(file: Uint8Array<ArrayBuffer>, token = citizen.token) {
  const ticket = await backend.as(token)(photos.ticket, { params: { centre }, body: { type: 'image/jpeg', bytes: 2000 } })
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.set(name, value)
  form.set('file', new File([file], 'photo.jpg'))
  return { id: ticket.id, status: (await fetch(ticket.url, { method: 'POST', body: form })).status }
}

const submit = (ids: string[], token = citizen.token, clientKey = newKey()) =>
  backend.as(token)(complaints.submit, { params: { centre }, body: { clientKey, kind: 'blockage', text: '照片里这个地方不方便', photos: ids } })

const staffSees = async (id: string) => (await backend.as(window.token)(complaints.staffGet, { params: { id } })).photos[0]

test('an uploaded photo goes with the complaint, is checked, and passes when WeChat says so', async () => {
  const { id, status } = await upload(jpeg())
  expect(status).toBe(204)
  const mine = await submit([id])
  expect(mine.photos).toMatchObject([{ id, state: 'checking' }])
  const verdict = await eventually(async () => backend.verdicts.pop())
  await backend.services.photoChecks.verdict(centre, verdict.traceId, verdict.suggest)
  const shown = await eventually(async () => {
    const it = await staffSees(mine.id)
    return it?.state === 'pass' ? it : undefined
  })
  expect(new Uint8Array(await (await fetch(shown.url!)).arrayBuffer())).toEqual(jpeg())
})

test('a photo without a verdict in time goes to a person, who decides', async () => {
  const { id } = await upload(jpeg())
  const mine = await submit([id])
  backend.pass(41 * 60_000)
  await backend.clock()
  expect((await staffSees(mine.id))?.state).toBe('expired')
  await backend.as(window.token)(photos.judge, { params: { id }, body: { verdict: 'risky' } })
  const risky = await staffSees(mine.id)
  expect(risky).toEqual({ id, state: 'risky' })
})

test('without WeChat\'s id of the citizen a photo goes to a person at once', async () => {
  const device = await backend.citizen('device')
  const { id } = await upload(jpeg(), device.token)
  expect((await submit([id], device.token)).photos).toMatchObject([{ state: 'review' }])
})

test('a file that is no photo is refused, and what was written is not lost: the same key works with another photo', async () => {
  const { id } = await upload(new TextEncoder().encode('<script>not a photo</script>'))
  await expect(submit([id])).rejects.toMatchObject({ code: 'photo-not-image', status: 422 })
  expect((await submit([(await upload(jpeg())).id])).state).toBe('submitted')
})

test('a photo of 20 MB is refused before and at the upload', async () => {
  const ask = backend.as(citizen.token)(photos.ticket, { params: { centre }, body: { type: 'image/jpeg', bytes: 20 * 1024 * 1024 } })
  await expect(ask).rejects.toMatchObject({ code: 'photo-too-large', status: 413 })
  const { id, status } = await upload(jpeg(20 * 1024 * 1024))
  expect(status).toBe(400)
  await expect(submit([id])).rejects.toMatchObject({ code: 'photo-missing' })
})

test('a photo of somebody else, one never uploaded, and one used before are refused', async () => {
  const other = await backend.citizen()
  const theirs = await upload(jpeg(), other.token)
  await expect(submit([theirs.id])).rejects.toMatchObject({ code: 'photo-missing' })
  const ticket = await backend.as(citizen.token)(photos.ticket, { params: { centre }, body: { type: 'image/png', bytes: 10 } })
  await expect(submit([ticket.id])).rejects.toMatchObject({ code: 'photo-missing' })
  const used = await upload(jpeg())
  await submit([used.id])
  await expect(submit([used.id])).rejects.toMatchObject({ code: 'photo-missing' })
})

test('a complaint with photos that is sent twice at once is one complaint', async () => {
  const { id } = await upload(jpeg())
  const key = newKey()
  const both = await Promise.all([submit([id], citizen.token, key), submit([id], citizen.token, key)])
  expect(both[0].id).toBe(both[1].id)
})

test('when a citizen deletes their data, the photos\' files go too', async () => {
  const leaver = await backend.citizen()
  const { id } = await upload(jpeg(), leaver.token)
  const mine = await submit([id], leaver.token)
  const copy = await backend.as(leaver.token)(accounts.exportMe, { params: { centre } })
  expect(copy.complaints[0]!.photos).toMatchObject([{ id }])
  const url = mine.photos[0]!.url!
  expect((await fetch(url)).status).toBe(200)
  await backend.as(leaver.token)(accounts.deleteMe, { params: { centre } })
  await eventually(async () => ((await fetch(url)).status === 404 ? true : undefined))
  expect((await backend.as(window.token)(complaints.staffGet, { params: { id: mine.id } })).photos).toEqual([])
})
