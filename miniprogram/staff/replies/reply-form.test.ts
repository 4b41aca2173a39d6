import type { Reply } from '@shared/replies/reply'
import { formOf, withReply } from './reply-form'

const id = (n: number) => String(n).padStart(20, '0')
const telephone: Reply = { id: id(1), occasion: 'keyword', keywords: ['电话', '联系方式'], text: '请打 {电话}' }
const follow: Reply = { id: id(2), occasion: 'follow', keywords: [], text: '您好' }

test('a reply that is saved unchanged leaves the list as it was', () => {
  expect(withReply([telephone, follow], id(1), formOf(telephone))).toEqual({ replies: [telephone, follow] })
})

test('a new reply comes to the end, its keywords a line each', () => {
  expect(withReply([telephone], id(3), { occasion: 'keyword', keywords: ' 地址 \n\n在哪 ', text: ' {地址} ' })).toEqual({ replies: [telephone, { id: id(3), occasion: 'keyword', keywords: ['地址', '在哪'], text: '{地址}' }] })
})

test.each([
  ['a keyword that another reply has', { occasion: 'keyword', keywords: '电 话', text: '好' }, 'keywords'],
  ['no keyword', { occasion: 'keyword', keywords: ' ', text: '好' }, 'keywords'],
  ['no text', { occasion: 'keyword', keywords: '地址', text: ' ' }, 'text'],
  ['a mark that nothing is known of', { occasion: 'keyword', keywords: '地址', text: '{天气}' }, 'text'],
] as const)('%s is told at its field', (_, form, field) => {
  expect(withReply([telephone], id(3), form)).toEqual({ problems: { [field]: expect.any(String) } })
})
