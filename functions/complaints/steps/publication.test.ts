import { checkPublication, type PublishBody } from './publication'
import { sampleRecord } from './step.sample'

const body = (question: string, answer: string, confirmed: string[] = []): PublishBody => ({ action: 'publish', expectedVersion: 2, question, answer, confirmed })
const problems = (it: PublishBody, more: Parameters<typeof sampleRecord>[0] = {}) => {
  try {
    checkPublication(sampleRecord(more), it, ['0532-00000002', '0532-87654321'])
    return undefined
  } catch (error) {
    return (error as { code: string; detail: { fields: Record<string, string> } }).detail.fields
  }
}

test('texts without personal data may be published', () => {
  expect(problems(body('大厅的二维码墙太挤', '已撤下，改为关键词检索'))).toBeUndefined()
})

test('what is surely personal is refused at its field, and cannot be confirmed away', () => {
  expect(problems(body('电话13800001234', '已办', ['13800001234']))).toEqual({ question: '请隐去手机号“13800001234”。' })
})

test('what is doubtful is refused until a person has confirmed just these words', () => {
  expect(problems(body('问', '张主任已道歉'))).toEqual({ answer: '请隐去或确认姓名“张”。' })
  expect(problems(body('问', '张主任已道歉', ['李']))).toBeDefined()
  expect(problems(body('问', '张主任已道歉', ['张']))).toBeUndefined()
})

test('the citizen\'s own name and contact are refused wherever they stand', () => {
  expect(problems(body('某某甲等了两小时', '答'), { name: '某某甲' })).toEqual({ question: '请隐去市民留下的信息“某某甲”。' })
})

test('the centre\'s own telephones may stand in an answer', () => {
  expect(problems(body('问', '请拨打0532-87654321'))).toBeUndefined()
})

test('what was put right is looked at like the answer', () => {
  expect(problems({ ...body('问', '答'), result: '请打13800001234' })).toEqual({ result: '请隐去手机号“13800001234”。' })
})
