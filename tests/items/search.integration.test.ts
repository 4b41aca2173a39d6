import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { createClient, type TransportAnswer } from '@shared/api/client'
import { centre as centreSchema } from '@shared/centre/centre'
import { ServiceError } from '@shared/errors/service-error'
import { searchRoutes } from '@shared/items/search-routes'
import { openSnapshot, parseLexicon, search, SNAPSHOT_FORMAT } from '@shared/search'
import { defaultLimits, createSnapshotLibrary } from '../../functions/items/snapshot/library'
import { createSnapshotStore, type SnapshotStore } from '../../functions/items/snapshot/store'
import { itemsApp } from '../../functions/lambda/apps/items'
import { createCatalogueImport } from '../../functions/lambda/import-service'
import { createItemServices } from '../../functions/lambda/item-services'
import { createServices } from '../../functions/lambda/services'
import { createCore, type Core } from '../../functions/platform/core'
import { readConfig } from '../../functions/platform/config'
import { createLog } from '../../functions/platform/log'
import { lexiconWords } from '../../functions/words/lexicon-words'
import { apiGateway } from '../../local/api-gateway'
import { readGolden } from '../../local/catalogue/golden'
import { startDatabase, type Database } from '../database'

jest.setTimeout(120_000)

const table = 'ItemsTable'
const by = { centre: '370214', name: '管理员' }
let database: Database
let core: Core
let time = Date.parse('2026-11-23T01:00:00Z')
const log = createLog(() => {})

beforeAll(async () => {
  database = await startDatabase()
  const tables = Object.fromEntries(Object.keys(database.tables).map((id) => [`${id.replace(/Table$/, '').toUpperCase()}_TABLE`, id]))
  const config = readConfig({ ...tables, PHOTO_BUCKET: 'photos', DYNAMODB_ENDPOINT: database.endpoint })
  core = createCore(config, { now: () => time, log })
  const { centres } = createServices(core)
  await centres.put(v.parse(centreSchema, JSON.parse(readFileSync('data/centre.json', 'utf8'))), [])
  const { words, snapshots } = createItemServices(core)
  const imports = createCatalogueImport(core, centres)
  const file = { format: 'csv', bytes: readFileSync('data/catalogue.csv'), withdrawMissing: false, sample: true } as const
  await imports.commit(by, file, (await imports.preview(by, file)).digest)
  await words.begin(by, lexiconWords(parseLexicon(readFileSync('data/synonyms.csv', 'utf8')).entries.slice(0, 300)), [])
  await snapshots.build('370214')
})
afterAll(async () => {
  core.dynamo.destroy()
  await database.stop()
})

/** The phone's client over the Lambda's app. */
function phone() {
  const app = apiGateway([itemsApp(core)])
  return createClient(async ({ method, url, body, responds }): Promise<TransportAnswer> => {
    const answer = await app.request(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }), headers: { 'content-type': 'application/json' } })
    return { status: answer.status, body: responds === 'binary' && answer.ok ? await answer.arrayBuffer() : await answer.json() }
  })
}
const params = { centre: '370214' }

/** The bytes of a version, put together from its parts. */
async function bytesOf(store: SnapshotStore, centre: string, version: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const packed = await store.loadPacked(centre, version)
  return packed && new Uint8Array(gunzipSync(packed))
}

test('the phone fetches the snapshot once and answers as the server answers, item for item', async () => {
  const call = phone()
  const info = await call(searchRoutes.snapshot, { params })
  const bytes = await call(searchRoutes.snapshotBytes, { params: { ...params, version: info.version } })
  expect(bytes.byteLength).toBe(info.bytes)
  const snapshot = openSnapshot(bytes)
  const questions = readGolden(readFileSync('data/golden-questions.csv', 'utf8')).map(({ question }) => question)
  for (const q of [...questions, 'sbk', 'shebaoka', '', '不存在的事情xyz']) {
    const onPhone = search(snapshot, q, { limit: 10, counts: true, now: time })
    expect(await call(searchRoutes.search, { params, query: { q, limit: '10', counts: '1' } })).toEqual(JSON.parse(JSON.stringify(onPhone)))
  }
})

test('filters narrow on the server as on the phone', async () => {
  const { hits, total } = await phone()(searchRoutes.search, { params, query: { q: '', area: 'social-insurance', outsideHours: '1', limit: '200' } })
  expect(total).toBeGreaterThan(5)
  expect(new Set(hits.map(({ fields }) => fields.area))).toEqual(new Set(['social-insurance']))
})

test('a snapshot travels as gzip and may be kept for ever', async () => {
  const app = apiGateway([itemsApp(core)])
  const { url } = await phone()(searchRoutes.snapshot, { params })
  const answer = await app.request(url, { headers: { 'accept-encoding': 'gzip' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect((await answer.arrayBuffer()).byteLength).toBeLessThan((await phone()(searchRoutes.snapshot, { params })).bytes / 1.5)
})

test('a centre without a snapshot is told so, and an unknown version is not found', async () => {
  const call = phone()
  await expect(call(searchRoutes.search, { params: { centre: '999999' }, query: { q: '社保' } })).rejects.toMatchObject({ code: 'snapshot-missing' })
  await expect(call(searchRoutes.snapshotBytes, { params: { ...params, version: '1' } })).rejects.toMatchObject({ code: 'snapshot-missing' })
})

test('building again without a change makes no new version; a change of the catalogue makes one', async () => {
  const { items, snapshots } = createItemServices(core)
  const first = await snapshots.build('370214')
  expect((await snapshots.build('370214')).version).toBe(first.version)
  const { id, version } = (await items.find('370214', { q: '护照' })).items[0] ?? { id: '', version: 0 }
  await items.withdraw(by, id, version)
  const second = await snapshots.build('370214')
  expect(second.version).toBeGreaterThan(first.version)
  await items.restore(by, id, version + 1)
  await snapshots.build('370214')
})

test('two builders at once: both end well and the current snapshot is whole', async () => {
  const { items, snapshots } = createItemServices(core)
  const { id, version } = (await items.find('370214', { q: '护照' })).items[0] ?? { id: '', version: 0 }
  await items.withdraw(by, id, version)
  await Promise.all([snapshots.build('370214'), snapshots.build('370214')])
  await items.restore(by, id, version + 1)
  await Promise.all([snapshots.build('370214'), snapshots.build('370214')])
  const store = createSnapshotStore(database.client, table, () => time)
  const pointer = await store.pointer('370214', true)
  expect(openSnapshot((await bytesOf(store, '370214', pointer?.version ?? 0)) ?? new Uint8Array()).itemCount).toBe(512)
})

describe('the library', () => {
  const stored = () => createSnapshotStore(database.client, table, () => time)
  const counting = (store: SnapshotStore) => {
    const counts = { pointer: 0, current: 0 }
    const counted: SnapshotStore = { ...store, pointer: (...args) => { counts.pointer++; return store.pointer(...args) }, current: (...args) => { counts.current++; return store.current(...args) } }
    return { counts, counted }
  }

  test('reads nothing for a warm search, and looks for a new version once in some seconds', async () => {
    const { counts, counted } = counting(stored())
    const library = createSnapshotLibrary(counted, () => time, log)
    await Promise.all([library.open('370214'), library.open('370214')])
    for (let i = 0; i < 100; i++) await library.open('370214')
    expect(counts).toEqual({ pointer: 0, current: 1 })
    time += defaultLimits.checkMs
    for (let i = 0; i < 100; i++) await library.open('370214')
    expect(counts).toEqual({ pointer: 1, current: 1 })
  })

  test('serves the stale snapshot while the new one loads, then the new one', async () => {
    const store = stored()
    const former = await store.pointer('370214', true)
    let release = () => {}
    const gate = new Promise<void>((resolve) => { release = resolve })
    let slow = false
    const library = createSnapshotLibrary({ ...store, current: async (...args) => { if (slow) await gate; return store.current(...args) } }, () => time, log)
    const stale = await library.open('370214')
    slow = true
    const bytes = await bytesOf(store, '370214', former?.version ?? 0)
    await store.publish('370214', { version: (former?.version ?? 0) + 1, madeFrom: 'test', bytes: bytes ?? new Uint8Array() }, former)
    time += defaultLimits.checkMs
    expect(await library.open('370214')).toBe(stale)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await library.open('370214')).toBe(stale)
    release()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await library.open('370214')).not.toBe(stale)
  })

  test('holds no more bytes than it may, and lets go of what was used longest ago', async () => {
    const store = stored()
    const bytes = await bytesOf(store, '370214', (await store.pointer('370214', true))?.version ?? 0) ?? new Uint8Array()
    for (const centre of ['200001', '200002', '200003']) await store.publish(centre, { version: 1, madeFrom: 'test', bytes }, undefined)
    const { counts, counted } = counting(store)
    const library = createSnapshotLibrary(counted, () => time, log, { ...defaultLimits, maxBytes: bytes.byteLength * 13 * 2 + 10 })
    for (const centre of ['200001', '200002', '200001', '200003']) await library.open(centre)
    expect(library.held).toBeLessThanOrEqual(bytes.byteLength * 13 * 2 + 10)
    await library.open('200001')
    expect(counts.current).toBe(3)
    await library.open('200002')
    expect(counts.current).toBe(4)
  })

  test('a damaged snapshot is an error of ours, never an answer', async () => {
    const store = stored()
    await store.publish('200009', { version: 1, madeFrom: 'test', bytes: new Uint8Array([1, 2, 3]) }, undefined)
    const error: unknown = await createSnapshotLibrary(store, () => time, log).open('200009').catch((it: unknown) => it)
    expect(error).toBeInstanceOf(ServiceError)
    expect(error).toMatchObject({ code: 'unavailable' })
  })

  test('after a deployment with another format the clock makes the snapshot anew, and leaves it alone from then on', async () => {
    const store = stored()
    const { snapshots } = createItemServices(core)
    const former = await store.pointer('370214', true)
    const ofOlderProgram = Uint8Array.from(await bytesOf(store, '370214', former?.version ?? 0) ?? [])
    ofOlderProgram[4]! -= 1
    await store.publish('370214', { version: (former?.version ?? 0) + 1, madeFrom: former!.madeFrom.replace(`format ${SNAPSHOT_FORMAT},`, `format ${SNAPSHOT_FORMAT - 1},`), bytes: ofOlderProgram }, former)
    await expect(createSnapshotLibrary(store, () => time, log).open('370214')).rejects.toMatchObject({ code: 'unavailable' })
    await snapshots.renewFormat('370214')
    const renewed = await store.pointer('370214', true)
    expect((await createSnapshotLibrary(store, () => time, log).open('370214')).version).toBe(renewed?.version)
    await snapshots.renewFormat('370214')
    expect(await store.pointer('370214', true)).toEqual(renewed)
    await snapshots.renewFormat('200011')
    expect(await store.pointer('200011', true)).toBeUndefined()
  })

  test('the current snapshot is there as one record, and also where an older program wrote only its parts', async () => {
    const store = stored()
    const former = await store.pointer('370214', true)
    const current = await store.current('370214')
    expect(current).toEqual({ version: former?.version, bytes: await bytesOf(store, '370214', former?.version ?? 0) })
    await database.client.send(new DeleteCommand({ TableName: table, Key: { pk: '370214#snapshot', sk: 'current' } }))
    expect(await store.current('370214')).toEqual(current)
    expect(await store.publish('370214', { version: 1, madeFrom: 'too late', bytes: new Uint8Array([1]) }, undefined)).toBe(false)
    expect(await store.current('370214')).toEqual(current)
  })

  test('a snapshot of a national catalogue is cut into records and comes back whole', async () => {
    const store = stored()
    const bytes = new Uint8Array(1_500_000)
    for (let i = 0; i < bytes.length; i++) bytes[i] = (i * i * 31 + (i >> 5) * 17) & 255
    for (let i = 0; i < bytes.length; i += 3) bytes[i] = Math.floor(Math.random() * 256)
    await store.publish('200010', { version: 7, madeFrom: 'test', bytes }, undefined)
    expect((await store.pointer('200010'))?.chunks).toBeGreaterThan(1)
    expect(Buffer.compare((await bytesOf(store, '200010', 7)) ?? new Uint8Array(), bytes)).toBe(0)
    const current = await store.current('200010')
    expect([current?.version, Buffer.compare(current?.bytes ?? new Uint8Array(), bytes)]).toEqual([7, 0])
  })
})
