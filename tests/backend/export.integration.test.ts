import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { readSheet } from 'read-excel-file/node'
import { addDays, chinaDay } from '@shared/calendar/calendar'
import { exportColumns, type ExportBody } from '@shared/complaints/export'
import { readCsv } from '@shared/csv/read'
import { routes } from '@shared/api/routes'
import { writeAll } from '../../functions/platform/bulk'
import { centre, centreData, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { audit, complaints } = routes
const [mine, other] = centreData.offices as unknown as [{ id: string; name: string }, { id: string }]
const contact = '13800001234'

let backend: Backend
let tokens: Record<'window' | 'office' | 'chief' | 'admin', string>
const receipts: string[] = []

beforeAll(async () => {
  backend = await startBackend()
  tokens = {
    window: (await backend.staff('window')).token, office: (await backend.staff('office', mine.id)).token,
    chief: (await backend.staff('chief')).token, admin: (await backend.staff('admin')).token,
  }
  const citizen = await backend.citizen('device')
  for (const [index, office] of [mine.id, other.id, undefined].entries()) {
    const { id, receipt } = await backend.as(citizen.token)(complaints.submit, {
      params: { centre }, body: { clientKey: newKey(), kind: index === 2 ? 'opinion' : 'pain', text: `=第${index}件，电话${contact}`, contact, name: '张三丰', showName: true },
    })
    receipts.push(receipt)
    const act = backend.as(tokens.window)
    if (!office) continue
    await act(complaints.act, { params: { id }, body: { action: 'accept', expectedVersion: 1 } })
    await act(complaints.act, { params: { id }, body: { action: 'pass', expectedVersion: 2, office } })
  }
})

afterAll(() => backend.stop())

const today = () => chinaDay(backend.core.now())
const fetched = async (role: keyof typeof tokens, more: Partial<ExportBody> = {}) =>
  new Uint8Array(await backend.as(tokens[role])(complaints.export, { params: {}, body: { format: 'csv', from: today(), to: today(), ...more } }))
const rows = async (role: keyof typeof tokens, more: Partial<ExportBody> = {}) => readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fetched(role, more))).slice(1).map(({ cells }) => cells)
const receiptsOf = async (role: keyof typeof tokens, more: Partial<ExportBody> = {}) => (await rows(role, more)).map(([receipt]) => receipt!).sort()
const written = async () => (await backend.as(tokens.admin)(audit.day, { params: { day: today() } })).events.filter((it) => it.action === 'complaint-export')

test('a chief gets contacts and names, a window gets them masked and no number in the texts', async () => {
  const whole = JSON.stringify(await rows('chief'))
  for (const secret of [contact, '张三丰']) expect(whole).toContain(secret)
  const masked = JSON.stringify(await rows('window'))
  for (const secret of [contact, '张三丰']) expect(masked).not.toContain(secret)
  expect(masked).toContain('138****34')
})

test('an office gets what it leads or helps with and nothing else, whatever it asks for', async () => {
  expect(await receiptsOf('window')).toEqual([...receipts].sort())
  expect(await receiptsOf('office')).toEqual([receipts[0]])
  expect(await receiptsOf('office', { office: other.id })).toEqual([receipts[0]])
})

test('the filters by office, kind, state and period choose the cases', async () => {
  expect(await receiptsOf('chief', { office: other.id })).toEqual([receipts[1]])
  expect(await receiptsOf('chief', { kind: 'opinion' })).toEqual([receipts[2]])
  expect(await receiptsOf('chief', { state: 'submitted' })).toEqual([receipts[2]])
  expect(await receiptsOf('chief', { from: addDays(today(), -9), to: addDays(today(), -1) })).toEqual([])
  await expect(rows('chief', { from: addDays(today(), 1) })).rejects.toMatchObject({ code: 'invalid-request', detail: { fields: { to: expect.any(String) } } })
})

test('the XLSX file has the same rows, and nothing in it is a formula', async () => {
  const sheet = await readSheet<string>(Buffer.from(await fetched('chief', { format: 'xlsx' })), { parseNumber: (text) => text })
  expect(sheet[0]).toEqual(Object.values(exportColumns))
  expect(sheet.slice(1).map(([receipt]) => receipt).sort()).toEqual([...receipts].sort())
  const at = Object.keys(exportColumns).indexOf('text')
  for (const line of sheet.slice(1)) expect(line[at]).toMatch(/^'=第\d件/)
})

test('each export is written down with who, which, how many, and whether contacts were in it', async () => {
  const before = (await written()).length
  await fetched('chief', { office: mine.id })
  await fetched('window')
  const [second, first, ...rest] = await written()
  expect(rest).toHaveLength(before)
  expect(first).toMatchObject({ byName: expect.stringContaining('chief'), detail: expect.stringMatching(new RegExp(`${mine.name} · CSV · 1 件 · 含姓名和联系方式$`)) })
  expect(second!.detail).toMatch(/CSV · 3 件$/)
})

test('more cases than one file may hold are refused with what to do, and nothing is written down', async () => {
  const record = (await backend.core.dynamo.send(new QueryCommand({
    TableName: backend.core.config.tables.complaints, IndexName: 'byState', KeyConditionExpression: 'stateKey = :key', ExpressionAttributeValues: { ':key': `${centre}#submitted` },
  }))).Items![0]!
  const at = `${addDays(today(), -40)}T02:00:00.000Z`
  await writeAll(backend.core.dynamo, backend.core.config.tables.complaints, Array.from({ length: 1001 }, (_, i) => ({ put: { ...record, pk: `${centre}#complaint#many-${i}`, order: `${at}#many-${i}`, id: `many-${i}` } })))
  const before = (await written()).length
  await expect(fetched('chief', { from: addDays(today(), -41), to: addDays(today(), -39) })).rejects.toMatchObject({ code: 'export-too-large', status: 422 })
  expect(await written()).toHaveLength(before)
})
