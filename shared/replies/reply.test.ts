import * as v from 'valibot'
import type { Centre } from '../centre/centre'
import { replyParts, unknownMarks } from './parts'
import { foldKeyword, replyList, replyTo, type Reply } from './reply'

const id = (n: number) => String(n).padStart(20, '0')
const reply = (n: number, part: Partial<Reply>): Reply => ({ id: id(n), occasion: 'keyword', keywords: [], text: '好', ...part })
const centre = {
  name: '市民中心', address: '示例路1号', telephones: { desk: '1', complaint: '2', hotline: '12345' },
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00', what: '工作时间', outsideWorkingTime: false }],
} as unknown as Centre

test('facts are filled in and links made; what is no known mark stays as it is written', () => {
  expect(replyParts('在{地址}，{工作时间}，[看平面图](大厅)，[办卡](370214010001)，{天气}[x](去 哪)', centre)).toEqual([
    '在示例路1号，周一至周五 09:00–12:00（工作时间），', { label: '看平面图', page: 'pages/hall/index' }, '，',
    { label: '办卡', page: 'pages/item/index', query: { id: '370214010001' } }, '，{天气}[x](去 哪)',
  ])
})

test('a mark that nothing is known of is told to whoever writes it', () => {
  expect(unknownMarks('{电话}{天气}[a](找茬)[b](去哪儿)[c](toString)')).toEqual(['{天气}', '[b](去哪儿)'])
  expect(v.safeParse(replyList, [reply(1, { keywords: ['天气'], text: '{天气}' })]).success).toBe(false)
})

test.each([' 电话 ', '电话？', '电 话', '“电话”'])('a keyword is known however it is typed: %s', (typed) => {
  expect(replyTo([reply(1, { keywords: ['电话'] })], typed)?.id).toBe(id(1))
})

test('a message that only contains a keyword is a question', () => {
  expect(replyTo([reply(1, { keywords: ['电话'] })], '电话费怎么交')).toBeUndefined()
  expect(replyTo([reply(1, { keywords: ['电话'] })], '？？')).toBeUndefined()
  expect(foldKeyword('ＡＢＣ　１')).toBe('abc1')
})

test.each<[string, Reply[]]>([
  ['the same keyword twice', [reply(1, { keywords: ['电话'] }), reply(2, { keywords: ['电 话'] })]],
  ['two greetings', [reply(1, { occasion: 'follow' }), reply(2, { occasion: 'follow' })]],
  ['a keyword reply without keyword', [reply(1, {})]],
  ['a keyword that leads through results', [reply(1, { keywords: ['更多'] })]],
  ['a keyword of marks only', [reply(1, { keywords: ['？？'] })]],
])('%s is refused', (_, list) => {
  expect(v.safeParse(replyList, list).success).toBe(false)
})
