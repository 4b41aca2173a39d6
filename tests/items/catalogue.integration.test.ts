import { ServiceError } from '@shared/errors/service-error'
import type { ItemContent } from '@shared/items/item'
import { createImportService, type ImportFile } from '../../functions/items/import/service'
import { createImportStore } from '../../functions/items/import/store'
import { createItemService } from '../../functions/items/service'
import { createItemStore, itemKeys } from '../../functions/items/store'
import { everyItem } from '../../functions/platform/bulk'
import { createLog } from '../../functions/platform/log'
import { systemRandomness } from '../../functions/platform/ids'
import { startDatabase, type Database } from '../database'

jest.setTimeout(120_000)

const by = { centre: '370214', name: '窗口人员' }
const table = 'ItemsTable'
let database: Database
let time = Date.parse('2026-11-23T01:00:00Z')
const now = () => (time += 1000)

beforeAll(async () => { database = await startDatabase() })
afterAll(() => database.stop())

function setup(centre: string) {
  const store = createItemStore(database.client, table)
  const imports = createImportStore(database.client, table)
  const importer = createImportService({ items: store, imports, areas: async () => [], now, random: systemRandomness, log: createLog(() => {}) })
  return { me: { ...by, centre }, store, imports, importer, items: createItemService(store, now) }
}
const content = (name: string, more: Partial<ItemContent> = {}): ItemContent => ({
  name, aliases: [], audience: [], conditions: [], materials: [], legalBasis: [], soleReview: false, associated: false, informCommit: false, outsideHours: false, ...more,
})
const csv = (rows: string[], more: Partial<ImportFile> = {}): ImportFile => ({ format: 'csv', bytes: Buffer.from(['事项名称,事项编码', ...rows].join('\n')), withdrawMissing: false, ...more })
const code = (promise: Promise<unknown>) => promise.then(() => 'done', (error: unknown) => (error instanceof ServiceError ? error.code : Promise.reject(error)))
const importNow = async ({ importer, me }: ReturnType<typeof setup>, file: ImportFile) => importer.commit(me, file, (await importer.preview(me, file)).digest)
const names = async ({ items, me }: ReturnType<typeof setup>) => (await items.catalogue(me.centre)).items.filter((item) => item.state === 'published').map((item) => item.name).sort()

test('an item is made, changed, withdrawn and published again, and its history says who changed what', async () => {
  const { items, me } = setup('100001')
  const made = await items.create(me, content('失业登记', { code: 'A1' }))
  expect(made).toMatchObject({ id: 'A1', version: 1, state: 'published', sample: false })
  await items.edit(me, 'A1', 1, content('失业登记', { code: 'A1', materials: ['身份证'] }))
  await items.withdraw(me, 'A1', 2)
  expect(await code(items.published('100001', 'A1'))).toBe('not-found')
  expect(await code(items.withdraw(me, 'A1', 3))).toBe('action-not-possible')
  await items.restore(me, 'A1', 3)
  expect(await items.published('100001', 'A1')).toMatchObject({ version: 4, materials: ['身份证'] })
  const { events } = await items.history('100001', 'A1')
  expect(events.map(({ version, action, changes }) => [version, action, changes])).toEqual([
    [4, 'restore', [{ field: '状态', from: '撤下', to: '公布' }]],
    [3, 'withdraw', [{ field: '状态', from: '公布', to: '撤下' }]],
    [2, 'edit', [{ field: '申请材料', from: '', to: '身份证' }]],
    [1, 'create', []],
  ])
})

test('two windows that edit the same version at once: one is written, the other is told the version that is stored', async () => {
  const { items, me } = setup('100002')
  await items.create(me, content('失业登记', { code: 'A1' }))
  const results = await Promise.allSettled([1, 2, 3, 4].map((n) => items.edit(me, 'A1', 1, content(`失业登记${n}`, { code: 'A1' }))))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'version-conflict', detail: { currentVersion: 2 } })
  }
  expect((await items.history('100002', 'A1')).events).toHaveLength(2)
  expect(await code(items.create(me, content('失业登记', { code: 'A1' })))).toBe('item-exists')
})

test('edits of different items at once all arrive', async () => {
  const { items, me } = setup('100003')
  await Promise.all(['1', '2', '3'].map((n) => items.create(me, content(`事项${n}`, { code: n }))))
  expect((await items.catalogue('100003')).revision).toBe(3)
})

test('staff find items by words, department and state, page by page', async () => {
  const { items, me } = setup('100004')
  for (const n of [1, 2, 3]) await items.create(me, content(`失业登记${n}`, { code: `B${n}`, department: n === 3 ? '社保' : '人社', aliases: ['下岗'] }))
  await items.withdraw(me, 'B2', 1)
  expect((await items.find('100004', { q: '下岗 登记' })).items.map(({ id }) => id)).toEqual(['B1', 'B3'])
  expect((await items.find('100004', { department: ['人社'], withdrawn: true })).total).toBe(2)
  const first = await items.find('100004', { withdrawn: true, limit: 2 })
  expect(first).toMatchObject({ total: 3, cursor: expect.any(String) })
  expect((await items.find('100004', { withdrawn: true, limit: 2, cursor: first.cursor })).items.map(({ id }) => id)).toEqual(['B3'])
})

test('an import says before what it will do, and the same file again changes nothing', async () => {
  const it = setup('100005')
  expect(await it.importer.preview(it.me, csv(['甲,1', '乙,2']))).toMatchObject({ rows: 2, added: 2, changed: 0, problems: [] })
  expect(await importNow(it, csv(['甲,1', '乙,2']))).toEqual({ rows: 2, added: 2, changed: 0, unchanged: 0, withdrawn: 0 })
  const { revision } = await it.items.catalogue('100005')
  expect(await importNow(it, csv(['甲,1', '乙,2']))).toEqual({ rows: 2, added: 0, changed: 0, unchanged: 2, withdrawn: 0 })
  expect((await it.items.catalogue('100005')).revision).toBe(revision)
  expect(await importNow(it, csv(['甲甲,1', '丙,3'], { withdrawMissing: true }))).toEqual({ rows: 2, added: 1, changed: 1, unchanged: 0, withdrawn: 1 })
  expect(await names(it)).toEqual(['丙', '甲甲'])
  expect((await it.items.history('100005', '1')).events.map(({ action, changes }) => [action, changes])).toEqual([
    ['import', [{ field: '事项名称', from: '甲', to: '甲甲' }]], ['import', []],
  ])
})

test('one bad row and nothing is imported', async () => {
  const it = setup('100006')
  await importNow(it, csv(['甲,1']))
  const file = csv(['乙,2', ',3'])
  const { problems, digest } = await it.importer.preview(it.me, file)
  expect(problems).toEqual([{ row: 3, column: '事项名称', problem: '请填写' }])
  await expect(it.importer.commit(it.me, file, digest)).rejects.toMatchObject({ code: 'import-rejected', detail: { fields: { '第 3 行 事项名称': '请填写' } } })
  expect(await names(it)).toEqual(['甲'])
})

test('an import that is killed while it writes is never seen, and the next one clears it away', async () => {
  const it = setup('100007')
  await importNow(it, csv(['甲,1']))
  const item = await it.items.get('100007', '1')
  const at = new Date(time - 3_600_000).toISOString()
  await it.imports.begin('100007', { id: 'killed', state: 'staging', at, byName: '管理员' })
  await it.imports.stage('100007', 'killed', [{ item: { ...item, name: '半个', version: 2 }, event: { itemId: '1', version: 2, at, action: 'import', byName: '管理员', changes: [] } }], [])
  expect(await names(it)).toEqual(['甲'])
  expect((await it.items.history('100007', '1')).events).toHaveLength(1)
  await it.items.edit(it.me, '1', 1, content('乙', { code: '1' }))
  expect((await it.items.history('100007', '1')).events.map(({ action }) => action)).toEqual(['edit', 'import'])
  await importNow(it, csv(['丁,4']))
  expect(await names(it)).toEqual(['丁', '乙'])
  const left = await everyItem(database.client, { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': itemKeys.items('100007', 'killed') } })
  expect(left).toEqual([])
})

test('an edit made while an import writes is not lost: the import is refused', async () => {
  const it = setup('100008')
  await importNow(it, csv(['甲,1']))
  const stage = it.imports.stage
  const meddled = createImportService({
    items: it.store, areas: async () => [], now, random: systemRandomness, log: createLog(() => {}),
    imports: { ...it.imports, stage: async (...args) => { await stage(...args); await it.items.edit(it.me, '1', 1, content('窗口改的', { code: '1' })) } },
  })
  const file = csv(['乙,2'])
  const { digest } = await meddled.preview(it.me, file)
  expect(await code(meddled.commit(it.me, file, digest))).toBe('version-conflict')
  expect(await names(it)).toEqual(['窗口改的'])
  expect(await code(it.importer.commit(it.me, file, digest))).toBe('version-conflict')
})

test('a national catalogue of 3,072 items is imported whole', async () => {
  const it = setup('100009')
  expect(await importNow(it, csv(Array.from({ length: 3072 }, (_, i) => `第${i}个事项,N${i}`)))).toMatchObject({ added: 3072 })
  expect((await it.items.catalogue('100009')).items).toHaveLength(3072)
})

test('only the present and the former generation of a catalogue are kept', async () => {
  const it = setup('100010')
  const generations = [(await it.store.head('100010')).generation]
  for (const name of ['甲', '乙', '丙']) {
    await importNow(it, csv([`${name},${name}`]))
    generations.push((await it.store.head('100010')).generation)
  }
  const kept = await Promise.all(generations.map((generation) => it.store.all('100010', generation)))
  expect(kept.map((items) => items.length)).toEqual([0, 0, 2, 3])
})
