import { anyStaff } from '@shared/accounts/roles'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { allowedActions, complaintStateList } from '@shared/complaints/states'
import { actionForms, buttonsOf, checked, citizenPreview, lastAnswer, noValues, type StaffAction } from './action-form'

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
  expect(buttonsOf(submitted, 'window')).toEqual(['accept', 'note', 'decline'])
  expect(buttonsOf(submitted, 'office')).toEqual(['note'])
  expect(buttonsOf({ ...submitted, actions: ['note'] }, 'window')).toEqual(['note'])
})

test('what is not public cannot be taken back from the public', () => {
  const answered = { state: 'answered' as const, actions: allowedActions('answered', 'chief') }
  expect(buttonsOf({ ...answered, published: false }, 'chief')).not.toContain('unpublish')
  expect(buttonsOf({ ...answered, published: true }, 'chief')).toContain('unpublish')
})

test('a filled form becomes exactly the request of its action', () => {
  const values = { text: ' 请核实 ', office: 'network', question: '问', answer: '答' }
  expect(checked('pass', values, 3)).toEqual({ body: { action: 'pass', expectedVersion: 3, office: 'network', note: '请核实' } })
  expect(checked('answer', values, 3)).toEqual({ body: { action: 'answer', expectedVersion: 3, text: '请核实' } })
  expect(checked('close', { ...noValues, text: '  ' }, 3)).toEqual({ body: { action: 'close', expectedVersion: 3 } })
  expect(checked('publish', values, 3)).toEqual({ body: { action: 'publish', expectedVersion: 3, question: '问', answer: '答' } })
  expect(checked('unpublish', values, 3)).toEqual({ body: { action: 'unpublish', expectedVersion: 3 } })
})

test.each([
  ['answer', {}, { text: '请填写' }],
  ['pass', {}, { office: '请选择科室' }],
  ['note', { text: '字'.repeat(2001) }, { text: '最多 2000 字' }],
  ['publish', { question: '问' }, { answer: '请填写' }],
] as const)('%s with %j is refused at the field', (action, values, problems) => {
  expect(checked(action, { ...noValues, ...values }, 1)).toEqual({ problems })
})

test('the clerk sees beforehand what the citizen will read, and that a note to an office is not among it', () => {
  expect(citizenPreview('answer', 'accepted', 'window', '已改进。 ')).toBe('答复：已改进。')
  expect(citizenPreview('pass', 'accepted', 'window', '请尽快核实')).toBe('已转给有关科室办理。')
  expect(citizenPreview('note', 'accepted', 'window', '内部的话')).toBeUndefined()
})

test('a publication begins with the last answer', () => {
  const event = (number: number, action: 'answer' | 'note', text: string) => ({ number, action, text }) as StaffComplaint['events'][number]
  expect(lastAnswer({ events: [event(2, 'answer', '初次答复'), event(5, 'answer', '最后答复'), event(6, 'note', '备注')] })).toBe('最后答复')
  expect(lastAnswer({ events: [] })).toBe('')
})
