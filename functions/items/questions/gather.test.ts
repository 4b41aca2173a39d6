import type { QuestionCounts } from './count'
import { gatherCounts } from './gather'

/** A store that writes when it is told to. */
function slowStore() {
  const writes: { centre: string; asked: Record<string, number>; end: (error?: Error) => void }[] = []
  const write = (centre: string, counts: QuestionCounts) => new Promise<void>((resolve, reject) => {
    writes.push({ centre, asked: Object.fromEntries([...counts].map(([text, { asked }]) => [text, asked])), end: (error) => (error ? reject(error) : resolve()) })
  })
  return { writes, write }
}
const event = (question: string) => [{ question, found: 1 }]
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('a question alone is written at once; a crowd that asks meanwhile is one write', async () => {
  const { writes, write } = slowStore()
  const count = gatherCounts(write)
  const first = count('370214', event('社保'))
  await turn()
  const crowd = Array.from({ length: 100 }, (_, i) => count('370214', event(i % 2 ? '护照' : '社保')))
  await turn()
  expect(writes.map(({ asked }) => asked)).toEqual([{ 社保: 1 }])
  writes[0]!.end()
  await first
  await turn()
  expect(writes.map(({ asked }) => asked)).toEqual([{ 社保: 1 }, { 社保: 50, 护照: 50 }])
  writes[1]!.end()
  await Promise.all(crowd)
})

test('nobody is told that a question was counted before it was; a write that fails is told to those whose counts it had, and to nobody else', async () => {
  const { writes, write } = slowStore()
  const count = gatherCounts(write)
  const first = count('370214', event('社保'))
  await turn()
  let told = false
  const second = count('370214', event('护照')).then(() => { told = true })
  writes[0]!.end(new Error('the table is away'))
  await expect(first).rejects.toThrow('the table is away')
  await turn()
  expect(told).toBe(false)
  writes[1]!.end()
  await second
  expect(writes[1]!.asked).toEqual({ 护照: 1 })
})

test('centres do not wait for each other', async () => {
  const { writes, write } = slowStore()
  const count = gatherCounts(write)
  void count('370214', event('社保'))
  void count('370202', event('社保'))
  await turn()
  expect(writes.map(({ centre }) => centre)).toEqual(['370214', '370202'])
})
