import { anyStaff } from '@shared/accounts/roles'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { allowedActions, complaintStateList } from '@shared/complaints/states'
import { actionForms, buttonsOf, checked, citizenPreview, isInternal, lastAnswer, noValues, type StaffAction } from './action-form'

const actions = Object.keys(actionForms) as StaffAction[]

test('every button that the state table gives a role has a form', () => {
  for (const state of complaintStateList) {
    for (const role of anyStaff) {
      for (const action of allowedActions(state, role)) expect(actions).toContain(action)
    }
  }
})

test('a role sees only what the state table gives it and the server allows', () => {
  const submitted = { state: 'submitted' as const, published: false, actions: allowedActions('submitted', 'window') }
  expect(buttonsOf(submitted, 'window')).toEqual(['accept', 'note', 'decline', 'merge'])
  expect(buttonsOf(submitted, 'office')).toEqual(['note'])
  expect(buttonsOf({ ...submitted, actions: ['note'] }, 'window')).toEqual(['note'])
})

test('what is mostly done next stands first, what is hard to undo last', () => {
  const passed = { state: 'passed' as const, published: false, actions: allowedActions('passed', 'window') }
  expect(buttonsOf(passed, 'window').slice(0, 2)).toEqual(['answer', 'investigate'])
  expect(buttonsOf(passed, 'window').slice(-2)).toEqual(['note', 'merge'])
  expect(buttonsOf({ state: 'answered', published: false, actions: allowedActions('answered', 'window') }, 'window').slice(0, 2)).toEqual(['callBack', 'reopen'])
})

test('what is not public cannot be taken back from the public', () => {
  const answered = { state: 'answered' as const, actions: allowedActions('answered', 'chief') }
  expect(buttonsOf({ ...answered, published: false }, 'chief')).not.toContain('unpublish')
  expect(buttonsOf({ ...answered, published: true }, 'chief')).toContain('unpublish')
})

test('a filled form becomes exactly the request of its action', () => {
  const values = { ...noValues, text: ' 请核实 ', office: 'network', helping: ['approval', 'network'], question: '问', answer: '答', day: '2026年12月1日', by: '分管领导' }
  expect(checked('pass', values, 3)).toEqual({ body: { action: 'pass', expectedVersion: 3, office: 'network', helping: ['approval'], note: '请核实' } })
  expect(checked('decide', values, 3)).toEqual({ body: { action: 'decide', expectedVersion: 3, note: '请核实', date: '2026-12-01', by: '分管领导' } })
  expect(checked('plan', values, 3)).toEqual({ body: { action: 'plan', expectedVersion: 3, text: '请核实', due: '2026-12-01' } })
  expect(checked('decline', { ...values, reason: 'notOurs', responsible: '12345' }, 3)).toEqual({ body: { action: 'decline', expectedVersion: 3, reason: 'notOurs', responsible: '12345', text: '请核实' } })
  expect(checked('decline', { ...values, reason: 'unclear', responsible: '12345' }, 3)).toEqual({ body: { action: 'decline', expectedVersion: 3, reason: 'unclear', text: '请核实' } })
  expect(checked('answer', values, 3)).toEqual({ body: { action: 'answer', expectedVersion: 3, text: '请核实' } })
  expect(checked('close', { ...noValues, text: '  ', closing: 'rectified' }, 3)).toEqual({ body: { action: 'close', expectedVersion: 3, closing: 'rectified' } })
  expect(checked('publish', values, 3)).toEqual({ body: { action: 'publish', expectedVersion: 3, question: '问', answer: '答', confirmed: [] } })
  expect(checked('unpublish', values, 3)).toEqual({ body: { action: 'unpublish', expectedVersion: 3 } })
})

test.each([
  ['answer', {}, { text: '请填写' }],
  ['pass', {}, { office: '请选择科室' }],
  ['note', { text: '字'.repeat(2001) }, { text: '最多 2000 字' }],
  ['publish', { question: '问' }, { answer: '请填写' }],
  ['decline', { text: '说明' }, { reason: '请选择原因' }],
  ['decline', { text: '说明', reason: 'notOurs' }, { responsible: '请写明由谁负责，例如 12345' }],
  ['close', {}, { closing: '请选择办结方式' }],
  ['plan', { text: '更换指示牌', day: '下周' }, { due: '请写明年月日，例如 2026-12-31' }],
  ['decide', { text: '决定', day: '2026-12-01' }, { by: '请填写' }],
] as const)('%s with %j is refused at the field', (action, values, problems) => {
  expect(checked(action, { ...noValues, ...values }, 1)).toEqual({ problems })
})

test('the clerk sees beforehand what the citizen will read, and that a note to an office is not among it', () => {
  expect(citizenPreview('answer', { state: 'accepted' }, 'window', { ...noValues, text: '已改进。 ' })).toBe('答复：已改进。')
  expect(citizenPreview('decline', { state: 'submitted' }, 'window', { ...noValues, text: '谢谢。', reason: 'notOurs', responsible: '12345' })).toBe('不予受理，原因：不属于本中心职责。请联系：12345。谢谢。')
  expect(citizenPreview('plan', { state: 'accepted' }, 'window', { ...noValues, text: '更换指示牌', day: '2026-12-01' })).toBe('正在整改：更换指示牌（计划2026年12月1日前完成）')
  expect(citizenPreview('pass', { state: 'accepted' }, 'window', { ...noValues, text: '请尽快核实' })).toBe('已转给有关科室办理。')
  expect(citizenPreview('grant', { state: 'accepted', extension: { due: '2026-12-31', reason: '要鉴定', by: '科室' } }, 'chief', noValues)).toBe('办理期限延长到2026年12月31日。原因：要鉴定')
  expect(citizenPreview('extend', { state: 'accepted' }, 'window', { ...noValues, text: '要鉴定' })).toBeUndefined()
  expect(citizenPreview('note', { state: 'accepted' }, 'window', { ...noValues, text: '内部的话' })).toBeUndefined()
})

test('as long as something is missing there is no half sentence to be read', () => {
  expect(citizenPreview('answer', { state: 'accepted' }, 'window', noValues)).toBe('')
  expect(citizenPreview('plan', { state: 'accepted' }, 'window', { ...noValues, text: '更换指示牌', day: '下周' })).toBe('')
  expect(citizenPreview('decline', { state: 'submitted' }, 'window', { ...noValues, text: '谢谢。' })).toBe('')
  expect(citizenPreview('close', { state: 'answered' }, 'window', noValues)).toBe('已办结。')
})

test('whatever the citizen never reads counts as internal, and nothing else', () => {
  const secret = '只给同事看的话'
  for (const action of actions) {
    const read = complaintStateList.flatMap((state) => citizenPreview(action, { state }, 'admin', { ...noValues, text: secret, reason: 'unclear', day: '2026-12-01' }) ?? [])
    if (isInternal(action)) expect(read.join()).not.toContain(secret)
    else if (actionForms[action].text) expect(read.join()).toContain(secret)
  }
})

test('a publication begins with the last answer', () => {
  const event = (number: number, action: 'answer' | 'note', text: string) => ({ number, action, text }) as StaffComplaint['events'][number]
  expect(lastAnswer({ events: [event(2, 'answer', '初次答复'), event(5, 'answer', '最后答复'), event(6, 'note', '备注')] })).toBe('最后答复')
  expect(lastAnswer({ events: [] })).toBe('')
})
