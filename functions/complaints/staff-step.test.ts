import fc from 'fast-check'
import type { StaffActBody } from '@shared/complaints/complaint'
import { allowedActions, complaintStateList } from '@shared/complaints/states'
import { anyStaff, type StaffRole } from '@shared/accounts/roles'
import type { ComplaintRecord } from './record'
import { decideStep, type StepContext } from './staff-step'

const at = '2026-11-23T08:00:00.000Z'

const record = (more: Partial<ComplaintRecord> = {}): ComplaintRecord => ({
  centre: '370214', id: '0123456789abcdefghjk', receipt: 'ZC-20261123-0001', citizen: 'c', kind: 'pain', state: 'accepted', text: '原文', excerpt: '原文', where: {}, photos: [],
  contact: '联系方式', showName: false, textReview: true, submittedAt: at, updatedAt: at, version: 2, due: '2026-11-30', ...more,
})

const context = (role: StaffRole = 'window'): StepContext => ({
  staff: { kind: 'staff', centre: '370214', id: 's', name: '3 号窗口', role, mustChangePassword: false }, at, offices: new Map([['approval', '审批服务科']]), due: '2026-12-01',
})

const body = (action: StaffActBody['action'], expectedVersion = 2): StaffActBody => {
  switch (action) {
    case 'pass': return { action, expectedVersion, office: 'approval', note: '请先看现场' }
    case 'publish': return { action, expectedVersion, question: '问', answer: '答' }
    case 'unpublish': return { action, expectedVersion }
    default: return { action, expectedVersion, text: '写给市民或同事的话' }
  }
}

test('passing on names the office to the citizen and keeps the remark inside', () => {
  const { complaint, event } = decideStep(record(), body('pass'), context())
  expect(complaint).toMatchObject({ state: 'passed', office: 'approval', version: 3 })
  expect(event).toMatchObject({ number: 3, visibility: 'citizen', office: '审批服务科', note: '请先看现场' })
  expect(event.text).toBeUndefined()
})

test('a note is internal, changes no state, and does not count as having read the text', () => {
  const { complaint, event } = decideStep(record(), body('note'), context())
  expect(complaint).toMatchObject({ state: 'accepted', textReview: true })
  expect(event).toMatchObject({ visibility: 'internal', note: '写给市民或同事的话' })
  expect(event.text).toBeUndefined()
})

test('a question remembers where it was asked', () => {
  expect(decideStep(record({ state: 'passed' }), body('ask'), context()).complaint).toMatchObject({ state: 'asked', askedFrom: 'passed' })
})

test('reopening sets a new deadline', () => {
  expect(decideStep(record({ state: 'closed' }), body('reopen'), context('chief')).complaint).toMatchObject({ state: 'accepted', due: '2026-12-01' })
})

test('taking back what is not published is not possible', () => {
  expect(() => decideStep(record({ state: 'answered' }), body('unpublish'), context('chief'))).toThrow(expect.objectContaining({ code: 'action-not-possible' }))
  expect(decideStep(record({ state: 'answered', publishedAt: at, publicText: { question: '问', answer: '答' } }), body('unpublish'), context('chief')).complaint.publishedAt).toBeUndefined()
})

test('a role that never does this is told so before anything else', () => {
  expect(() => decideStep(record({ version: 9 }), body('publish'), context('window'))).toThrow(expect.objectContaining({ code: 'not-allowed' }))
})

const actions: StaffActBody['action'][] = ['accept', 'decline', 'pass', 'note', 'ask', 'answer', 'rectify', 'close', 'reopen', 'publish']

test('a step succeeds exactly when the table shows its button, adds one version and one event, and never touches what the citizen wrote', () => {
  fc.assert(fc.property(fc.constantFrom(...complaintStateList), fc.constantFrom(...actions), fc.constantFrom(...anyStaff), (state, action, role) => {
    const before = record({ state })
    const possible = allowedActions(state, role).includes(action)
    let step
    try {
      step = decideStep(before, body(action), context(role))
    } catch {
      expect(possible).toBe(false)
      return
    }
    expect(possible).toBe(true)
    expect(step.complaint).toMatchObject({ text: before.text, contact: before.contact, citizen: before.citizen, receipt: before.receipt, version: 3 })
    expect(step.event).toMatchObject({ number: 3, state: step.complaint.state, by: 'centre', byRole: role })
  }))
})

test('an older version never passes', () => {
  fc.assert(fc.property(fc.integer({ min: 3, max: 1000 }), fc.constantFrom(...actions), (version, action) => {
    expect(() => decideStep(record({ version }), body(action, 2), context('admin'))).toThrow(expect.objectContaining({ code: 'version-conflict', detail: { currentVersion: version } }))
  }))
})
