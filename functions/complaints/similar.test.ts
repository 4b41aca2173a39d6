import { ServiceError } from '@shared/errors/service-error'
import type { Limit } from '../platform/limits'
import type { ComplaintLists } from './lists'
import { createSimilarCases } from './similar'

type Published = Awaited<ReturnType<ComplaintLists['published']>>[number]
const start = Date.parse('2026-11-23T00:00:00.000Z')
const text = '大厅的二维码墙太挤了，找一个事项要很久，老人根本看不清'
const one = (id: string, question: string, more: Partial<Published> = {}): Published => ({
  id, kind: 'pain', state: 'closed', question, answer: '已改为关键词检索', publishedAt: '2026-11-01T00:00:00.000Z', order: `2026-11-01#${id}`, where: {}, followers: 0, ...more,
})
const others = ['三楼的电梯经常停用，推轮椅的人只能绕到东门', '代开发票的窗口只有一个，中午没有人', '等候区没有饮水机，等了两个小时'].map((it, index) => one(`other-${index}`, it))

/** A board in pages of `size`, and how often it was read. */
function board(rows: Published[], size = 2, limit: Limit = async () => undefined) {
  const read = jest.fn(async (_centre: string, from: string | undefined) => {
    const at = from === undefined ? 0 : rows.findIndex((it) => it.order === from) + 1
    return rows.slice(at, at + size)
  })
  let now = start
  const cases = createSimilarCases({ published: read }, () => now, limit)
  return { read, find: async (writing = text) => (await cases.find('370214', { text: writing, where: {} }, '192.0.2.7')).map(({ id }) => id), pass: (ms: number) => { now += ms }, rows }
}

test('the whole board is read, however many pages it has', async () => {
  expect(await board([...others, one('qr', text)]).find()).toEqual(['qr'])
})

test('an old answer is no longer offered, an open case is as long as it is open', async () => {
  const { find } = board([...others, one('old', text, { publishedAt: '2024-01-01T00:00:00.000Z' }), one('open', text, { state: 'passed', publishedAt: '2024-01-01T00:00:00.000Z' })])
  expect(await find()).toEqual(['open'])
})

test('the board is remembered for a minute, then read anew', async () => {
  const it = board([...others, one('qr', text)], 10)
  await Promise.all([it.find(), it.find()])
  const reads = it.read.mock.calls.length
  await it.find()
  expect(it.read).toHaveBeenCalledTimes(reads)
  it.rows.pop()
  it.pass(61_000)
  expect(await it.find()).toEqual([])
})

test('a board that could not be read is tried again', async () => {
  const it = board([...others, one('qr', text)], 10)
  it.read.mockRejectedValueOnce(new Error('away'))
  await expect(it.find()).rejects.toThrow('away')
  expect(await it.find()).toEqual(['qr'])
})

test('an address that asks too often is turned away before anything is read, and is not itself written down', async () => {
  const keys: string[] = []
  const it = board([one('qr', text)], 10, async (key) => {
    keys.push(key)
    throw new ServiceError('too-many-requests')
  })
  await expect(it.find()).rejects.toMatchObject({ code: 'too-many-requests' })
  expect(it.read).not.toHaveBeenCalled()
  expect(keys[0]).toMatch(/^370214#similar#/)
  expect(keys[0]).not.toContain('192.0.2.7')
})
