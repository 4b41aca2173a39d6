import { routes } from '@shared/api/routes'
import { centre, centreData, eventually, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(60_000)

const { complaints } = routes
const [mine, other] = centreData.offices as unknown as [{ id: string }, { id: string }]

let backend: Backend
let tokens: Record<'window' | 'office' | 'leader', string>

beforeAll(async () => {
  backend = await startBackend()
  tokens = { window: (await backend.staff('window')).token, office: (await backend.staff('office', mine.id)).token, leader: (await backend.staff('leader')).token }
  const citizen = await backend.citizen('device')
  for (const office of [mine.id, mine.id, other.id, undefined]) {
    const { id } = await backend.as(citizen.token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'pain', text: '等了很久' } })
    if (!office) continue
    const act = backend.as(tokens.window)
    await act(complaints.act, { params: { id }, body: { action: 'accept', expectedVersion: 1 } })
    await act(complaints.act, { params: { id }, body: { action: 'pass', expectedVersion: 2, office } })
  }
})

afterAll(() => backend.stop())

const seen = (role: keyof typeof tokens, query: { months?: number; office?: string } = {}) => backend.as(tokens[role])(complaints.dashboard, { params: {}, query })
/** The facts of all four cases have come through the table's stream. */
const complete = () => eventually(async () => {
  const it = await seen('leader')
  return it.total.counts.received === 4 && it.total.counts.accepted === 3 ? it : undefined
})

test('the load stands under the office that leads, and what nobody was given stands by itself', async () => {
  const { offices, total } = await complete()
  const open = Object.fromEntries(offices.map((it) => [it.office ?? 'none', it.open]))
  expect(open).toMatchObject({ [mine.id]: 2, [other.id]: 1, none: 1 })
  expect(total.counts).toMatchObject({ received: 4, accepted: 3, answered: 0 })
})

test('the months have no gaps, the present one is the last, and they add up to the whole', async () => {
  await complete()
  const { months, total } = await seen('leader', { months: 3 })
  expect(months).toHaveLength(3)
  expect(months.reduce((sum, { counts }) => sum + counts.received, 0)).toBe(total.counts.received)
  expect(months[2]!.counts.received).toBe(4)
})

test('an office sees its own figures and no other office\'s, whatever it asks for', async () => {
  await complete()
  for (const query of [{}, { office: other.id }]) {
    const { offices, total } = await seen('office', query)
    expect(offices.map(({ office }) => office)).toEqual([mine.id])
    expect(total.counts.received).toBe(2)
  }
})

test('somebody who sees all may look at one office', async () => {
  await complete()
  const { offices, total } = await seen('leader', { office: other.id })
  expect(offices.map(({ office, open }) => [office, open])).toEqual([[other.id, 1]])
  expect(total.counts.received).toBe(1)
})

test('what is not answered in time is counted as overdue, in its office', async () => {
  await complete()
  backend.pass(60 * 86_400_000)
  // Sessions of staff last a working day.
  const leader = await backend.staff('leader')
  const { offices } = await backend.as(leader.token)(complaints.dashboard, { params: {}, query: {} })
  expect(offices.find(({ office }) => office === mine.id)).toMatchObject({ open: 2, overdue: 2 })
})
