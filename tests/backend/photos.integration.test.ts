import { routes } from '@shared/api/routes'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { basePath } from '@shared/api/route'
import { chinaDay } from '@shared/calendar/calendar'
import { decode } from '../../functions/photos/codec'
import { formerUploadKey, uploadKey } from '../../functions/photos/record'
import { objectStoreClient } from '../../functions/platform/clients'
import { createPhotoStore } from '../../functions/platform/photo-store'
import { verdictMessage } from '../../local/wechat/push'
import { bytes, phoneJpeg, png, sample } from '../../functions/photos/pictures.sample'
import { centre, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { photos, complaints, accounts } = routes

let backend: Backend
let citizen: { token: string; id: string }
let window: { token: string }
let chief: { token: string; id: string }
let jpeg: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  backend = await startBackend()
  ;[citizen, window, chief, jpeg] = await Promise.all([backend.citizen(), backend.staff('window'), backend.staff('chief'), phoneJpeg(400, 300, 6)])
})

afterAll(() => backend.stop())

const files = () => createPhotoStore(objectStoreClient(backend.core.config), backend.core.config.photos.bucket)

async function upload(file: Uint8Array<ArrayBuffer>, token = citizen.token) {
  const ticket = await backend.as(token)(photos.ticket, { params: { centre }, body: { type: 'image/jpeg', bytes: 2000 } })
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.set(name, value)
  form.set('file', new File([file], 'photo.jpg'))
  return { id: ticket.id, status: (await fetch(ticket.url, { method: 'POST', body: form })).status }
}

const uploaded = (id: string, token = citizen.token) => backend.as(token)(photos.uploaded, { params: { centre, id }, body: {} })
const submit = (ids: string[], token = citizen.token, clientKey = newKey()) =>
  backend.as(token)(complaints.submit, { params: { centre }, body: { clientKey, kind: 'blockage', text: '照片里这个地方不方便', photos: ids } })
const staffSees = async (id: string) => (await backend.as(window.token)(complaints.staffGet, { params: { id } })).photos[0]
const citizenSees = async (id: string, token = citizen.token) => (await backend.as(token)(complaints.get, { params: { centre, id } })).photos[0]
const picture = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())

/** What staff see of a complaint's photo, as soon as it is as wanted. */
const when = (id: string, holds: (it: NonNullable<Awaited<ReturnType<typeof staffSees>>>) => boolean) => eventually(async () => {
  const it = await staffSees(id)
  return it && holds(it) ? it : undefined
})

/** WeChat's number of the check of a photo, as soon as it has been ordered. */
const ordered = (id: string) => eventually(async () => {
  const { Item } = await backend.core.dynamo.send(new GetCommand({ TableName: backend.core.config.tables.photos, Key: { pk: `${centre}#photo#${id}` } }))
  return Item?.trace as string | undefined
})

/** WeChat's verdict on a photo, as soon as it has one. */
async function verdictOn(id: string) {
  const trace = await ordered(id)
  return eventually(async () => backend.verdicts.find(({ traceId }) => traceId === trace))
}

/** Pushes WeChat's verdict on a photo to the callback, as WeChat does. */
async function push(id: string): Promise<void> {
  const { query, body } = verdictMessage(await verdictOn(id), Math.floor(backend.core.now() / 1000))
  expect(await (await backend.fetch(`${basePath}/wechat/${centre}?${query}`, { method: 'POST', body, headers: { 'content-type': 'text/xml' } })).text()).toBe('success')
}

/** A complaint with a photo whose picture has been made and which has passed. */
async function passed(file = jpeg, token = citizen.token) {
  const { id } = await upload(file, token)
  await uploaded(id, token)
  const { id: complaint } = await submit([id], token)
  await push(id)
  await when(complaint, ({ state, url }) => state === 'pass' && url !== undefined)
  return { id, complaint }
}

test('an uploaded photo is made anew, checked by WeChat, and seen by the citizen when WeChat lets it pass, upright and without its position', async () => {
  const { id, status } = await upload(jpeg)
  expect(status).toBe(204)
  await uploaded(id)
  const mine = await submit([id])
  expect(mine.photos).toEqual([{ id, state: 'checking' }])
  const { url } = await when(mine.id, (it) => it.staff?.picture === 'ready')
  expect(await citizenSees(mine.id)).toEqual({ id, state: 'checking' })
  await push(id)
  await when(mine.id, ({ state }) => state === 'pass')
  const seen = await citizenSees(mine.id)
  expect(seen).toEqual({ id, state: 'pass', url: expect.stringContaining(`/photos/${centre}/${id}/0-full.jpg`), small: expect.stringContaining(`/photos/${centre}/${id}/0-small.jpg`) })
  for (const address of [seen!.url!, seen!.small!, url!]) {
    const file = Buffer.from(await picture(address))
    expect(file.includes('Exif') || file.includes('CAMERA-7')).toBe(false)
    expect(await decode(file, 4096)).toMatchObject({ width: 300, height: 400 })
  }
  await eventually(async () => (await files().read(uploadKey(centre, id)) ? undefined : true))
})

test('a verdict in WeChat\'s older shape counts as well: a risky photo is shown to nobody', async () => {
  backend.wechat.state.photoFindings.push({ suggest: 'risky', version: 1 })
  const { id } = await upload(jpeg)
  const mine = await submit([id])
  await push(id)
  const seen = await when(mine.id, ({ state }) => state === 'risky')
  expect(seen).not.toHaveProperty('url')
  expect(await citizenSees(mine.id)).toEqual({ id, state: 'risky' })
})

test('a photo without a verdict after 30 minutes goes to a person, not before, who looks at it and decides', async () => {
  backend.wechat.state.photoFindings.push({ suggest: 'silence', version: 2 })
  const { id } = await upload(jpeg)
  const mine = await submit([id])
  await when(mine.id, ({ url }) => url !== undefined)
  await ordered(id)
  backend.pass(29 * 60_000)
  await backend.clock()
  expect((await staffSees(mine.id))?.state).toBe('checking')
  backend.pass(61_000)
  await backend.clock()
  expect(await staffSees(mine.id)).toMatchObject({ state: 'expired', url: expect.any(String) })
  expect(await citizenSees(mine.id)).toEqual({ id, state: 'expired' })
  await backend.as(window.token)(photos.judge, { params: { id }, body: { verdict: 'pass' } })
  expect(await citizenSees(mine.id)).toMatchObject({ state: 'pass', url: expect.any(String) })
  const admin = await backend.staff('admin')
  const { events } = await backend.as(admin.token)(routes.audit.day, { params: { day: chinaDay(backend.core.now()) } })
  expect(events.find((it) => it.photo === id)).toMatchObject({ action: 'photo-verdict', complaint: mine.id, detail: '通过' })
})

test('a verdict that comes after a person was asked is taken all the same', async () => {
  const { id } = await upload(jpeg)
  const mine = await submit([id])
  await verdictOn(id)
  backend.pass(31 * 60_000)
  await backend.clock()
  expect((await staffSees(mine.id))?.state).toBe('expired')
  await push(id)
  await when(mine.id, ({ state }) => state === 'pass')
})

test('without WeChat\'s id of the citizen a photo goes to a person at once', async () => {
  const device = await backend.citizen('device')
  const { id } = await upload(jpeg, device.token)
  const mine = await submit([id], device.token)
  expect(mine.photos).toEqual([{ id, state: 'review' }])
  expect(await when(mine.id, ({ url }) => url !== undefined)).toMatchObject({ state: 'review' })
  expect(await citizenSees(mine.id, device.token)).toEqual({ id, state: 'review' })
})

test('a PNG that a phone calls .jpg is taken: what counts is what it is', async () => {
  const { complaint } = await passed(png(sample(60, 40)))
  expect(await decode(await picture((await citizenSees(complaint))!.url!), 4096)).toMatchObject({ width: 60, height: 40 })
})

test('a page called .jpg, a cut-off photo, a pixel bomb, a photo that is a script as well, and HEIC are refused with what to do, before and at submit', async () => {
  const bad: [Uint8Array<ArrayBuffer>, string][] = [
    [bytes('<!doctype html><script>not a photo</script>'), 'photo-not-image'], [jpeg.slice(0, -400), 'photo-broken'], [png(sample(9, 9), { width: 50_000, height: 50_000 }), 'photo-too-many-pixels'],
    [bytes(jpeg, '<script>alert(1)</script>'), 'photo-mixed'], [bytes('\0\0\0\x18ftypheic\0\0\0\0'), 'photo-format'],
  ]
  for (const [file, code] of bad) {
    const { id } = await upload(file)
    await expect(uploaded(id)).rejects.toMatchObject({ code, status: 422, message: expect.stringMatching(/请/) })
    await expect(submit([id])).rejects.toMatchObject({ code })
  }
  expect((await submit([(await upload(jpeg)).id])).state).toBe('submitted')
})

test('a photo that only decoding shows to be damaged is told as such, and its upload is kept', async () => {
  const damaged = jpeg.slice()
  const tables = Buffer.from(damaged).indexOf(Buffer.from([0xff, 0xc4]))
  damaged.fill(0xfe, tables + 4, tables + 24)
  const { id } = await upload(damaged)
  const mine = await submit([id])
  expect(await when(mine.id, ({ state }) => state === 'refused')).toMatchObject({ staff: { picture: 'none' } })
  expect(await citizenSees(mine.id)).toEqual({ id, state: 'refused' })
  expect(await files().read(uploadKey(centre, id))).toHaveLength(damaged.length)
})

test('a photo of 20 MB is refused before and at the upload', async () => {
  const ask = backend.as(citizen.token)(photos.ticket, { params: { centre }, body: { type: 'image/jpeg', bytes: 20 * 1024 * 1024 } })
  await expect(ask).rejects.toMatchObject({ code: 'photo-too-large', status: 413 })
  const { id, status } = await upload(bytes(jpeg, new Uint8Array(20 * 1024 * 1024)))
  expect(status).toBe(400)
  await expect(submit([id])).rejects.toMatchObject({ code: 'photo-missing' })
})

test('the leave to upload is for one key, one type and 1 byte to 10 MB; everything else is refused by the store', async () => {
  const ticket = await backend.as(citizen.token)(photos.ticket, { params: { centre }, body: { type: 'image/jpeg', bytes: 2000 } })
  const send = async (change: Record<string, string>, size: number) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...ticket.fields, ...change })) form.set(name, value)
    form.set('file', new File([new Uint8Array(size)], 'photo.jpg'))
    return (await fetch(ticket.url, { method: 'POST', body: form })).status
  }
  expect(ticket.fields.key).toBe(`quarantine/${centre}/${ticket.id}`)
  expect(await send({ key: `photos/${centre}/${ticket.id}/0-full.jpg` }, 10)).toBe(403)
  expect(await send({ 'Content-Type': 'text/html' }, 10)).toBe(403)
  expect(await send({ 'Content-Type': 'image/png' }, 10)).toBe(403)
  expect(await send({ acl: 'public-read' }, 10)).toBe(403)
  expect(await send({}, 0)).toBe(403)
  expect(await send({}, 10 * 1024 * 1024 + 1)).toBe(400)
  expect(await send({}, 10 * 1024 * 1024)).toBe(204)
})

test('a photo of somebody else, one never uploaded, and one used before are refused', async () => {
  const other = await backend.citizen()
  const theirs = await upload(jpeg, other.token)
  await expect(submit([theirs.id])).rejects.toMatchObject({ code: 'photo-missing' })
  await expect(uploaded(theirs.id)).rejects.toMatchObject({ code: 'photo-missing' })
  const ticket = await backend.as(citizen.token)(photos.ticket, { params: { centre }, body: { type: 'image/png', bytes: 10 } })
  await expect(submit([ticket.id])).rejects.toMatchObject({ code: 'photo-missing' })
  const used = await upload(jpeg)
  await submit([used.id])
  await expect(submit([used.id])).rejects.toMatchObject({ code: 'photo-missing' })
})

test('a complaint with photos that is sent twice at once is one complaint', async () => {
  const { id } = await upload(jpeg)
  const key = newKey()
  const both = await Promise.all([submit([id], citizen.token, key), submit([id], citizen.token, key)])
  expect(both[0].id).toBe(both[1].id)
})

const upperLeft = { x: 0, y: 0, width: 5000, height: 5000 }
const blackOut = (token: string, id: string, expectedVersion: number, areas = [upperLeft], instead = false) =>
  backend.as(token)(photos.blackOut, { params: { id }, body: { expectedVersion, areas, instead } })
const brightest = async (url: string) => {
  const { width, height, pixels } = await decode(await picture(url), 4096)
  const at = (Math.floor(height * 0.2) * width + Math.floor(width * 0.2)) * 4
  return Math.max(...pixels.subarray(at, at + 3))
}

test('staff black out a part: it is black in the pixels that everybody gets, and until it is drawn nobody gets any', async () => {
  const { id, complaint } = await passed()
  expect(await brightest((await citizenSees(complaint))!.url!)).toBeGreaterThan(100)
  await blackOut(window.token, id, 0)
  const between = await citizenSees(complaint)
  expect(between?.url ?? '/1-full.jpg').toContain('/1-full.jpg')
  const drawn = await when(complaint, (it) => it.staff?.picture === 'ready')
  expect(drawn).toMatchObject({ staff: { picture: 'ready', version: 1, areas: 1 } })
  for (const it of [drawn, (await citizenSees(complaint))!]) for (const url of [it.url!, it.small!]) expect(await brightest(url)).toBeLessThan(12)
  await expect(blackOut(window.token, id, 0)).rejects.toMatchObject({ code: 'version-conflict', detail: { currentVersion: 1 } })
  await blackOut(window.token, id, 1, [{ x: 9000, y: 9000, width: 500, height: 500 }])
  expect(await when(complaint, (it) => it.staff?.version === 2)).toMatchObject({ staff: { areas: 2 } })
  await eventually(async () => (await files().read(`photos/${centre}/${id}/1-full.jpg`) ? undefined : true))
})

test('the photo without blacked-out parts is for those who decide, and who looked at it stands in the audit log', async () => {
  const { id, complaint } = await passed()
  await blackOut(window.token, id, 0)
  await when(complaint, (it) => it.staff?.version === 1)
  await expect(backend.as(window.token)(photos.original, { params: { id }, body: {} })).rejects.toMatchObject({ code: 'not-allowed', status: 403 })
  await expect(blackOut(window.token, id, 1, [], true)).rejects.toMatchObject({ code: 'not-allowed' })
  const { url, areas } = await backend.as(chief.token)(photos.original, { params: { id }, body: {} })
  expect(areas).toEqual([upperLeft])
  expect(await brightest(url)).toBeGreaterThan(100)
  await blackOut(chief.token, id, 1, [], true)
  const { url: uncovered } = await when(complaint, (it) => it.staff?.version === 2 && it.url !== undefined)
  expect(await brightest(uncovered!)).toBeGreaterThan(100)
  const admin = await backend.staff('admin')
  const log = await backend.as(admin.token)(routes.audit.day, { params: { day: chinaDay(backend.core.now()) } })
  const events = log.events.filter((it) => it.photo === id)
  expect(events.map((it) => it.action).sort()).toEqual(['photo-black-out', 'photo-original', 'photo-uncover'])
  expect(events.find((it) => it.action === 'photo-original')).toMatchObject({ by: chief.id, complaint })
})

test('a photo that was kept by an older version, as it came, is shown to nobody until its picture has been made', async () => {
  const { id } = await upload(jpeg)
  const mine = await submit([id])
  await when(mine.id, ({ url }) => url !== undefined)
  const { config, dynamo } = backend.core
  const old = { pk: `${centre}#photo#${id}`, centre, id, citizen: citizen.id, type: 'image/jpeg', state: 'pass', createdAt: '2026-11-01T00:00:00.000Z', complaint: mine.id }
  await dynamo.send(new PutCommand({ TableName: config.tables.photos, Item: old }))
  await objectStoreClient(config).send(new PutObjectCommand({ Bucket: config.photos.bucket, Key: formerUploadKey(centre, id), Body: jpeg, ContentType: 'image/jpeg' }))
  expect(await citizenSees(mine.id)).toEqual({ id, state: 'checking' })
  expect(await staffSees(mine.id)).toEqual({ id, state: 'pass', staff: { picture: 'none', areas: 0 } })
  await backend.as(window.token)(photos.again, { params: { id }, body: {} })
  await eventually(async () => (await citizenSees(mine.id))?.url)
  await eventually(async () => (await files().read(formerUploadKey(centre, id)) ? undefined : true))
})

test('when a citizen deletes their data, every file of their photos goes too', async () => {
  const leaver = await backend.citizen()
  const { id, complaint } = await passed(jpeg, leaver.token)
  const copy = await backend.as(leaver.token)(accounts.exportMe, { params: { centre } })
  expect(copy.complaints[0]!.photos).toMatchObject([{ id, url: expect.any(String) }])
  await blackOut(window.token, id, 0)
  await when(complaint, (it) => it.staff?.version === 1 && it.staff.picture === 'ready')
  const { url: original } = await backend.as(chief.token)(photos.original, { params: { id }, body: {} })
  const seen = (await citizenSees(complaint, leaver.token))!
  const all = [original, seen.url!, seen.small!]
  for (const url of all) expect((await fetch(url)).status).toBe(200)
  await backend.as(leaver.token)(accounts.deleteMe, { params: { centre } })
  for (const url of all) await eventually(async () => ((await fetch(url)).status === 404 ? true : undefined))
  expect(await files().read(`photos/${centre}/${id}/0-small.jpg`)).toBeUndefined()
  expect((await backend.as(window.token)(complaints.staffGet, { params: { id: complaint } })).photos).toEqual([])
})
