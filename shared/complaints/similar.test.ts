import fc from 'fast-check'
import { alikeFrom, createSimilarIndex, mostSimilar, type PublicCase } from './similar'

const now = Date.parse('2026-11-23T00:00:00.000Z')
const day = 86_400_000
const one = (id: string, text: string, more: Partial<PublicCase> = {}): PublicCase => ({ id, text, at: now - day, ...more })
const board = [
  one('qr', '大厅的二维码墙太挤了，找一个事项要很久，老人根本看不清'),
  one('lift', '三楼的电梯经常停用，推轮椅的人只能绕到东门去坐货梯'),
  one('parking', '地下停车场周一上午总是满的，绕了三圈没有车位，耽误了取号'),
  one('invoice', '代开发票的窗口只有一个，中午没有人，上班族只能请假来'),
  one('fee', '不动产登记查询要先排队取号再排队缴费，能不能一次办完'),
  one('water', '等候区没有饮水机，等了两个小时想喝口水都没有地方'),
]
const index = createSimilarIndex(board)
const ids = (text: string, more: object = {}) => index.find({ text, ...more }, now).map(({ id }) => id)

test('the same thing in other words is offered', () => {
  expect(ids('二维码墙挤得很，老人看不清，找事项找了很久')).toEqual(['qr'])
  expect(ids('停车场上午没有车位，地下绕了三圈')).toEqual(['parking'])
})

test('other things are not offered, though they share common words', () => {
  expect(ids('窗口的工作人员说材料不齐，让我明天再来一趟，可是网上没有写')).toEqual([])
  expect(ids('老人社保卡的密码忘了，重置要本人到场，家里人代办不了')).toEqual([])
})

test('before there are enough words nothing is offered', () => {
  expect(ids('')).toEqual([])
  expect(ids('二维码墙')).toEqual([])
})

test('the same item raises the likeness, another item lowers it', () => {
  const both = createSimilarIndex([one('a', '二手房过户的时候网签合同传不上去，窗口让回家重弄', { item: 'x' }), ...board])
  const likeness = (item: string) => both.find({ text: '网签合同传不上去，过户卡住了，窗口让回家', item }, now)[0]?.likeness ?? 0
  expect(likeness('x')).toBeGreaterThan(likeness('y'))
})

test('of two alike the fresh one comes first', () => {
  const text = '三楼打印机一直缺纸，没有人添，要跑到一楼去印材料'
  const twice = createSimilarIndex([one('old', text, { at: now - 300 * day }), one('new', text), ...board])
  expect(twice.find({ text }, now).map(({ id }) => id)).toEqual(['new', 'old'])
})

test('nothing is offered of an empty board', () => {
  expect(createSimilarIndex([]).find({ text: board[0]!.text }, now)).toEqual([])
})

test('at most three, above the threshold, each once, in order, the same each time, whatever is written', () => {
  const many = createSimilarIndex([...board, ...board.map((it) => ({ ...it, id: `${it.id}-2` })), ...board.map((it) => ({ ...it, id: `${it.id}-3` })), ...board.map((it) => ({ ...it, id: `${it.id}-4` }))])
  const parts = fc.constantFrom(...board.flatMap(({ text }) => text.split('，')), '，', 'Wi-Fi', '5G')
  fc.assert(fc.property(fc.oneof(fc.array(parts, { maxLength: 6 }).map((it) => it.join('')), fc.string({ unit: 'binary', maxLength: 100 })), (text) => {
    const found = many.find({ text }, now)
    expect(found.length).toBeLessThanOrEqual(mostSimilar)
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    for (const [position, it] of found.entries()) {
      expect(it.likeness).toBeGreaterThanOrEqual(alikeFrom)
      if (position > 0) expect(it.likeness).toBeLessThanOrEqual(found[position - 1]!.likeness)
    }
    expect(many.find({ text }, now)).toEqual(found)
  }), { numRuns: 60 })
})
