import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { routes } from '@shared/api/routes'
import { chinaDay } from '@shared/calendar/calendar'
import type { CaseFacts } from '@shared/complaints/figures'
import { createFiguresStore } from '../../functions/complaints/figures/store'
import { centre, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

let backend: Backend
beforeAll(async () => { backend = await startBackend() })
afterAll(() => backend.stop())

const thisMonth = () => chinaDay(backend.core.now()).slice(0, 7)
const kept = async (id: string) => (await backend.services.complaints.facts.ofMonths(centre, [thisMonth()])).find((it) => it.id === id)
const sampleFacts = (version: number): CaseFacts => ({
  id: '00000000000000000001', version, kind: 'pain', state: 'accepted', channel: 'app', submittedAt: '2025-03-05T02:00:00.000Z', reopens: version,
})

test('what staff do with a complaint is in the facts a moment later, once', async () => {
  const { token } = await backend.citizen()
  const { token: window } = await backend.staff('window')
  const raised = await backend.as(token)(routes.complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'blockage', text: '大厅的指示牌看不清' } })
  const act = (body: Record<string, unknown>) => backend.as(window)(routes.complaints.act, { params: { id: raised.id }, body: body as never })
  await act({ action: 'accept', expectedVersion: 1 })
  await act({ action: 'answer', expectedVersion: 2, text: '已经换了大字的指示牌' })
  const facts = await eventually(async () => {
    const found = await kept(raised.id)
    return found?.version === 3 ? found : undefined
  })
  expect(facts).toMatchObject({ kind: 'blockage', state: 'answered', channel: 'app', reopens: 0, answerDays: 0 })
  expect(facts.acceptedAt && facts.answeredAt && facts.answerDue).toBeTruthy()
  await backend.services.complaints.keepFacts(centre, raised.id)
  expect((await backend.services.complaints.facts.ofMonths(centre, [thisMonth()])).filter((it) => it.id === raised.id)).toEqual([facts])
})

test('facts that come late or twice do no harm, in whatever order', async () => {
  const store = createFiguresStore(backend.core.dynamo, backend.core.config.tables.figures)
  const outcomes = []
  for (const version of [2, 1, 3, 3, 2]) outcomes.push(await store.keep(centre, sampleFacts(version)))
  expect(outcomes).toEqual([true, false, true, false, false])
  expect(await store.ofMonths(centre, ['2025-03'])).toEqual([sampleFacts(3)])
})

test('one centre does not see the facts of another', async () => {
  expect(await backend.services.complaints.facts.ofMonths('370211', [thisMonth(), '2025-03'])).toEqual([])
})

test('the public figures are counted once after each midnight, from the facts, and are there for everybody', async () => {
  const read = async () => (await backend.as()(routes.complaints.figures, { params: { centre } })).figures
  const month = thisMonth()
  const some = (count: number): CaseFacts[] => Array.from({ length: count }, (_, index) => ({
    ...sampleFacts(1), id: `0000000000000000${String(index).padStart(4, '0')}`, kind: 'opinion', submittedAt: `${month}-02T02:00:00.000Z`, reopens: 0,
  }))
  expect(await read()).toBeUndefined()
  for (const it of some(12)) await backend.services.complaints.facts.keep(centre, it)
  await backend.clock()
  const first = await read()
  expect(first?.whole.counts.received).toEqual({ least: 13, most: 13 })
  expect(first?.byKind.find(({ kind }) => kind === 'blockage')?.counts.received.least).toBeUndefined()
  for (const it of some(20)) await backend.services.complaints.facts.keep(centre, it)
  await backend.clock()
  expect(await read()).toEqual(first)
  backend.pass(86_400_000)
  await backend.clock()
  expect((await read())?.whole.counts.received).toEqual({ least: 21, most: 21 })
})

test('complaints that were recorded before there were figures are filled in, whatever became of them; twice is once', async () => {
  const { dynamo, config } = backend.core
  const { token } = await backend.citizen()
  const { token: chief } = await backend.staff('chief')
  const raise = async () => (await backend.as(token)(routes.complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'difficulty', text: '表格看不懂' } })).id
  const act = (id: string, body: Record<string, unknown>) => backend.as(chief)(routes.complaints.act, { params: { id }, body: body as never })
  const [answered, withdrawn, declined] = [await raise(), await raise(), await raise()] as const
  await act(answered, { action: 'accept', expectedVersion: 1 })
  await act(answered, { action: 'answer', expectedVersion: 2, text: '已附填写样例' })
  await backend.as(token)(routes.complaints.withdraw, { params: { centre, id: withdrawn }, body: { expectedVersion: 1 } })
  await act(declined, { action: 'decline', expectedVersion: 1, reason: 'unclear', text: '请写明是哪一张表' })
  const open = await raise()
  const four = [open, answered, withdrawn, declined]
  const facts = async () => (await backend.services.complaints.facts.ofMonths(centre, [thisMonth()])).sort((a, b) => (a.id < b.id ? -1 : 1))
  // The stream tells of events in their order: with the last one's facts it has nothing more to say.
  await eventually(() => kept(open))
  const wanted = await facts()

  // As an older version left it: the complaints are there, their facts are not; and a withdrawn one stands under its old name.
  for (const id of four) await dynamo.send(new DeleteCommand({ TableName: config.tables.figures, Key: { pk: `${centre}#${thisMonth()}`, sk: id } }))
  await dynamo.send(new UpdateCommand({
    TableName: config.tables.complaints, Key: { pk: `${centre}#complaint#${withdrawn}`, sk: 'complaint' },
    UpdateExpression: 'SET #state = :withdrawn, stateKey = :key', ExpressionAttributeNames: { '#state': 'state' }, ExpressionAttributeValues: { ':withdrawn': 'withdrawn', ':key': `${centre}#withdrawn` },
  }))
  expect((await facts()).length).toBe(wanted.length - 4)
  const first = await backend.services.complaints.fillFacts(centre)
  expect(first).toMatchObject({ filled: 4 })
  expect(await facts()).toEqual(wanted)
  expect(await backend.services.complaints.fillFacts(centre)).toEqual({ seen: first.seen, filled: 0 })
  expect(await facts()).toEqual(wanted)
})
