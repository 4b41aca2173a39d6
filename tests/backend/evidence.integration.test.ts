import { routes } from '@shared/api/routes'
import type { UploadTicket } from '@shared/photos/photo'
import { decode } from '../../functions/photos/codec'
import { phoneJpeg } from '../../functions/photos/pictures.sample'
import { objectStoreClient } from '../../functions/platform/clients'
import { createPhotoStore } from '../../functions/platform/photo-store'
import { centre, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { photos, complaints, accounts } = routes

let backend: Backend
let jpeg: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  ;[backend, jpeg] = await Promise.all([startBackend(), phoneJpeg(400, 300, 6)])
}, 30_000)

afterAll(() => backend.stop())

const picture = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())
const upload = { type: 'image/jpeg' as const, bytes: 2000 }

/** Sends the file by its ticket; gives the photo's id. */
async function send({ id, url, fields }: UploadTicket) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new File([jpeg], 'photo.jpg'))
  expect((await fetch(url, { method: 'POST', body: form })).status).toBeLessThan(300)
  return id
}

test('staff upload what was put right, a person passes it, the citizen sees it, and it outlives the citizen\'s account', async () => {
  const [raiser, window, chief] = [await backend.citizen(), await backend.staff('window'), await backend.staff('chief')]
  const [mine, clerk] = [backend.as(raiser.token), backend.as(window.token)]
  const { id } = await mine(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'blockage', text: '照片里这个地方不方便', photos: [] } })
  const params = { id }
  await clerk(complaints.act, { params, body: { action: 'accept', expectedVersion: 1 } })
  const photo = await send(await clerk(photos.staffTicket, { params: {}, body: upload }))
  await clerk(photos.staffUploaded, { params: { id: photo }, body: {} })
  const rectify = (token: string, ids: string[]) => backend.as(token)(complaints.act, { params, body: { action: 'rectify', expectedVersion: 2, text: '已换成一块指示牌', photos: ids } })

  // Neither a colleague's nor a citizen's upload is one's own, nor is it a citizen's.
  await expect(rectify(chief.token, [photo])).rejects.toMatchObject({ code: 'photo-missing' })
  await expect(rectify(window.token, [await send(await mine(photos.ticket, { params: { centre }, body: upload }))])).rejects.toMatchObject({ code: 'photo-missing' })
  await expect(mine(complaints.reply, { params: { centre, id }, body: { clientKey: newKey(), text: '照片', photos: [photo] } })).rejects.toMatchObject({ code: 'photo-missing' })
  await expect(mine(photos.staffTicket, { params: {}, body: upload })).rejects.toMatchObject({ code: 'not-allowed' })

  expect(await rectify(window.token, [photo])).toMatchObject({ state: 'rectified', version: 3 })
  const citizenSees = async () => (await mine(complaints.get, { params: { centre, id } })).events.find(({ action }) => action === 'rectify')?.photos[0]
  const staffSee = async () => (await clerk(complaints.staffGet, { params })).events.find(({ action }) => action === 'rectify')?.photos[0]
  expect(await citizenSees()).toEqual({ id: photo, state: 'review' })
  await eventually(async () => ((await staffSee())?.staff?.picture === 'ready' ? true : undefined))
  // It is taken away once the picture stands, so a moment later.
  const store = createPhotoStore(objectStoreClient(backend.core.config), backend.core.config.photos.bucket)
  await eventually(async () => ((await store.read(`quarantine/${centre}/${photo}`)) ? undefined : true))
  await clerk(photos.judge, { params: { id: photo }, body: { verdict: 'pass' } })
  const { url = '' } = (await citizenSees()) ?? {}
  expect(await decode(await picture(url), 4096)).toMatchObject({ width: 300, height: 400 })

  await mine(accounts.deleteMe, { params: { centre } })
  expect(await staffSee()).toMatchObject({ id: photo, state: 'pass' })
  expect((await fetch(url)).status).toBe(200)
})

test('an office decides on photos of the complaints that it leads or helps with; every other photo is to it as if there were none', async () => {
  const [raiser, window, leads, helps, other] = [await backend.citizen('device'), await backend.staff('window'), await backend.staff('office', 'tax'), await backend.staff('office', 'hr'), await backend.staff('office', 'marriage')]
  const mine = backend.as(raiser.token)
  const photo = await send(await mine(photos.ticket, { params: { centre }, body: upload }))
  const { id } = await mine(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'blockage', text: '照片里这个地方不方便', photos: [photo] } })
  const act = (body: Record<string, unknown>) => backend.as(window.token)(complaints.act, { params: { id }, body: body as never })
  await act({ action: 'accept', expectedVersion: 1 })
  const staffSee = async () => (await backend.as(window.token)(complaints.staffGet, { params: { id } })).photos[0]
  await eventually(async () => ((await staffSee())?.staff?.picture === 'ready' ? true : undefined))

  const params = { id: photo }
  const closed = async (token: string) => {
    const call = backend.as(token)
    const none = { code: 'not-found', status: 404 }
    await expect(call(photos.judge, { params, body: { verdict: 'pass' } })).rejects.toMatchObject(none)
    await expect(call(photos.blackOut, { params, body: { expectedVersion: 0, areas: [{ x: 0, y: 0, width: 100, height: 100 }] } })).rejects.toMatchObject(none)
    await expect(call(photos.again, { params, body: {} })).rejects.toMatchObject(none)
  }
  for (const it of [leads, helps, other]) await closed(it.token)
  expect(await staffSee()).toMatchObject({ state: 'review', staff: { version: 0, areas: 0 } })

  await act({ action: 'pass', expectedVersion: 2, office: 'tax', helping: ['hr'] })
  await closed(other.token)
  await backend.as(leads.token)(photos.judge, { params, body: { verdict: 'risky' } })
  expect((await staffSee())?.state).toBe('risky')
  await backend.as(helps.token)(photos.judge, { params, body: { verdict: 'pass' } })
  expect((await staffSee())?.state).toBe('pass')

  // Passed on to another office, it is no longer the first one's.
  await act({ action: 'pass', expectedVersion: 3, office: 'marriage' })
  await closed(leads.token)
  await backend.as(other.token)(photos.blackOut, { params, body: { expectedVersion: 0, areas: [{ x: 0, y: 0, width: 100, height: 100 }] } })
})

test('the originals are for nobody of an office, not even of the one that leads', async () => {
  const [raiser, chief, leads] = [await backend.citizen('device'), await backend.staff('chief'), await backend.staff('office', 'tax')]
  const mine = backend.as(raiser.token)
  const photo = await send(await mine(photos.ticket, { params: { centre }, body: upload }))
  const { id } = await mine(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'blockage', text: '照片里这个地方不方便', photos: [photo] } })
  const act = (body: Record<string, unknown>) => backend.as(chief.token)(complaints.act, { params: { id }, body: body as never })
  await act({ action: 'accept', expectedVersion: 1 })
  await act({ action: 'pass', expectedVersion: 2, office: 'tax' })
  await expect(backend.as(leads.token)(photos.original, { params: { id: photo }, body: {} })).rejects.toMatchObject({ code: 'not-allowed', status: 403 })
})
