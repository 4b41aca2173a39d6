import { routes } from '@shared/api/routes'
import { complaintActionList, findTransition, nextState, type CaseRole, type ComplaintAction, type ComplaintState } from '@shared/complaints/states'
import { centre, newKey, startBackend, type Backend } from './backend'

jest.setTimeout(180_000)

const { complaints } = routes

let backend: Backend
beforeAll(async () => { backend = await startBackend() }, 30_000)
afterAll(() => backend.stop())

test('the same submission sent 200 times at once is one complaint, and everybody who is answered is told of that one', async () => {
  const { token } = await backend.citizen('device')
  const body = { clientKey: newKey(), kind: 'pain' as const, text: '大厅里太热，空调坏了好几天。' }
  const ends = await Promise.allSettled(Array.from({ length: 200 }, () => backend.as(token)(complaints.submit, { params: { centre }, body })))
  const answered = ends.flatMap((it) => (it.status === 'fulfilled' ? [it.value.id] : []))
  expect(new Set(answered).size).toBe(1)
  // Who was not answered may try again; nothing else may have gone wrong.
  for (const it of ends) if (it.status === 'rejected') expect(['unavailable', 'too-many-requests']).toContain(it.reason.code)
  const mine = await backend.as(token)(complaints.mine, { params: { centre } })
  expect(mine.complaints.map((it) => it.id)).toEqual([answered[0]])
})

test('100 different people acting on one complaint leave a history that the state table allows, with every acknowledged step in it', async () => {
  const owner = await backend.citizen('device')
  const { id } = await backend.as(owner.token)(complaints.submit, { params: { centre }, body: { clientKey: newKey(), kind: 'blockage', text: '窗口经常没有人。' } })
  const roles = ['window', 'chief', 'leader', 'admin'] as const
  const people = []
  for (let index = 0; index < 99; index++) people.push(await backend.staff(roles[index % roles.length]!))
  let acknowledged = 0
  const act = async (token: string, index: number) => {
    const call = backend.as(token)
    // Who was overtaken looks again and tries again, as people do.
    for (let round = 0; round < 6; round++) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 4000))
      const seen = await call(complaints.staffGet, { params: { id } })
      const possible = seen.actions.filter((it): it is 'accept' | 'investigate' | 'answer' | 'note' | 'rectify' => ['accept', 'investigate', 'answer', 'note', 'rectify'].includes(it))
      const action = possible[(index + round) % possible.length]!
      const body = { action, expectedVersion: seen.version, ...(action === 'investigate' ? {} : { text: `第 ${index} 人` }) } as { action: 'note'; expectedVersion: number; text: string }
      try {
        await call(complaints.act, { params: { id }, body })
        acknowledged++
        return
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(version-conflict|action-not-possible|unavailable)$/) })
      }
    }
  }
  const reply = async () => {
    try {
      await backend.as(owner.token)(complaints.reply, { params: { centre, id }, body: { clientKey: newKey(), text: '请快一点' } })
      acknowledged++
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(unavailable|action-not-possible)$/) })
    }
  }
  await Promise.all([reply(), ...people.map(({ token }, index) => act(token, index))])
  const { events, version, state } = await backend.as(people[0]!.token)(complaints.staffGet, { params: { id } })
  expect(events.map((it) => it.number)).toEqual(events.map((_, index) => index + 1))
  expect(events).toHaveLength(version)
  expect(acknowledged).toBeGreaterThan(10)
  expect(events.length - 1).toBe(acknowledged)
  let at: ComplaintState = 'submitted'
  for (const { action, byRole, state: after } of events.slice(1)) {
    expect(complaintActionList).toContain(action)
    const row = findTransition(at, action as ComplaintAction, byRole as CaseRole)
    expect({ at, action, byRole, legal: row !== undefined }).toMatchObject({ legal: true })
    expect(nextState(row!, at, undefined)).toBe(after)
    at = after
  }
  expect(at).toBe(state)
})
