import fc from 'fast-check'
import { allowedActions, complaintStateList, mayEver } from '@shared/complaints/states'
import { anyStaff, type StaffRole } from '@shared/accounts/roles'
import { decideMark } from '../clock-service'
import type { ComplaintRecord } from '../record'
import { decideCitizenStep } from './citizen-step'
import { decideStep, roleIn, type OneStep } from './staff-step'
import { factsOf } from './state-facts'
import { sampleBody as body, sampleContext as context, sampleRecord as record, sampleTime, staffActions } from './step.sample'

const at = '2026-11-23T08:00:00.000Z'

test('passing on names the leading office to the citizen, and keeps the remark and who helps inside', () => {
  const { complaint, event } = decideStep(record(), { ...body('pass'), helping: ['network', 'approval'] } as OneStep, context())
  expect(complaint).toMatchObject({ state: 'passed', office: 'approval', helping: ['network'], version: 3 })
  expect(event).toMatchObject({ number: 3, visibility: 'citizen', office: '审批服务科', note: '协办：网络科\n请先看现场' })
  expect(event.text).toBeUndefined()
})

test('what an office sends back is the front desk\'s again, and the citizen is not told of it', () => {
  const { complaint, event } = decideStep(record({ state: 'passed', office: 'approval', helping: ['network'] }), body('return'), context('office'))
  expect(complaint).toMatchObject({ state: 'returned', helping: [] })
  expect(complaint.office).toBeUndefined()
  expect(event).toMatchObject({ visibility: 'internal', note: '内部的话' })
})

test('an office that only helps may add notes and nothing else', () => {
  const passed = record({ state: 'passed', office: 'network', helping: ['approval'] })
  expect(decideStep(passed, body('note'), context('office')).complaint.state).toBe('passed')
  for (const action of staffActions.filter((it) => it !== 'note')) {
    expect(() => decideStep(passed, body(action), context('office'))).toThrow(expect.objectContaining({ code: 'not-allowed' }))
  }
})

test('a note is internal, changes no state, and does not count as having read the text', () => {
  const { complaint, event } = decideStep(record(), body('note'), context())
  expect(complaint).toMatchObject({ state: 'accepted', textReview: true })
  expect(event).toMatchObject({ visibility: 'internal', note: '写给市民或同事的话' })
  expect(event.text).toBeUndefined()
})

test('a question remembers where it was asked, and who no longer waits for the answer goes back there', () => {
  const asked = decideStep(record({ state: 'passed' }), body('ask'), context()).complaint
  expect(asked).toMatchObject({ state: 'asked', before: 'passed', askedOn: '2026-11-23', askedUntil: '2026-12-07' })
  expect(decideStep(asked, body('resume', 3), context()).complaint).toMatchObject({ state: 'passed', askedUntil: undefined })
})

test('without the citizen\'s answer it is answered or closed only when the time for that is over', () => {
  const waiting = record({ state: 'asked', before: 'accepted', askedUntil: '2026-11-23' })
  expect(() => decideStep(waiting, body('answer'), context())).toThrow(expect.objectContaining({ code: 'action-not-possible' }))
  const over = { ...waiting, askedUntil: '2026-11-22' }
  expect(decideStep(over, body('answer'), context()).complaint).toMatchObject({ state: 'answered' })
  expect(decideStep(over, body('close'), context()).complaint).toMatchObject({ state: 'closed', closedAs: 'explained' })
})

test('a decision is recorded with its day and who took it, and the work goes on where it was referred', () => {
  const referred = decideStep(record({ state: 'investigating' }), body('refer'), context()).complaint
  expect(referred).toMatchObject({ state: 'referred', before: 'investigating' })
  const { complaint, event } = decideStep(referred, body('decide', 3), context('leader'))
  expect(complaint).toMatchObject({ state: 'investigating', decision: { text: '内部的话', date: '2026-11-23', by: '分管领导' } })
  expect(event.note).toBe('分管领导，2026-11-23：内部的话')
  expect(event.text).toBeUndefined()
})

test.each([
  ['decide', { date: '2026-11-24' }, 'date'], ['decide', { date: '2026-02-30' }, 'date'], ['plan', { due: '2026-11-22' }, 'due'], ['plan', { due: '2026-13-01' }, 'due'],
] as const)('%s with %j is refused at its field: such a day cannot be', (action, more, field) => {
  const state = action === 'decide' ? 'referred' : 'accepted'
  expect(() => decideStep(record({ state }), { ...body(action), ...more } as OneStep, context('chief'))).toThrow(expect.objectContaining({ code: 'invalid-request', detail: { fields: { [field]: expect.any(String) } } }))
})

test('a refusal says why and who is responsible', () => {
  const { complaint, event } = decideStep(record(), body('decline'), context())
  expect(complaint.refusal).toEqual({ reason: 'notOurs', responsible: '12345' })
  expect(event.text).toBe('不属于本中心职责。请联系：12345。写给市民或同事的话')
})

test('taking it up again sets a new deadline, counts, and forgets how it had ended', () => {
  const { complaint } = decideStep(record({ state: 'closed', closedAs: 'rectified', plan: { text: '甲', due: '2026-11-20' } }), body('reopen'), context('chief'))
  expect(complaint).toMatchObject({ state: 'reopened', due: '2026-11-30', reopens: 1 })
  expect(complaint.closedAs ?? complaint.plan).toBeUndefined()
})

test('more time: asked for with a reason before the deadline, consented to by a chief, and told to the citizen', () => {
  const asked = decideStep(record({ state: 'investigating' }), body('extend'), context('window'))
  expect(asked.complaint).toMatchObject({ answerBy: '2026-11-30', extension: { due: '2027-12-31', reason: '要等专家鉴定', by: '3 号窗口' } })
  expect(asked.event.visibility).toBe('internal')
  const granted = decideStep(asked.complaint, body('grant', 3), context('chief'))
  expect(granted.complaint).toMatchObject({ answerBy: '2027-12-31', due: '2027-12-31', extension: undefined })
  expect(granted.event).toMatchObject({ visibility: 'citizen', text: '到2027年12月31日。原因：要等专家鉴定' })
  const refused = decideStep(asked.complaint, body('refuse', 3), context('chief'))
  expect(refused.complaint).toMatchObject({ answerBy: '2026-11-30', extension: undefined })
  expect(refused.event.visibility).toBe('internal')
})

test('more time cannot be asked for when the deadline has passed, for an earlier day, or twice', () => {
  const late = context('window', '2026-12-01T01:00:00.000Z')
  expect(() => decideStep(record(), body('extend'), late)).toThrow(expect.objectContaining({ code: 'action-not-possible' }))
  expect(() => decideStep(record(), { ...body('extend'), due: '2026-11-30' } as OneStep, context())).toThrow(expect.objectContaining({ code: 'invalid-request' }))
  const asked = decideStep(record(), body('extend'), context()).complaint
  expect(() => decideStep(asked, body('extend', 3), context())).toThrow(expect.objectContaining({ code: 'action-not-possible' }))
})

test('while the citizen is waited for the clock stands still; afterwards what is put right is due as much later', () => {
  const planned = decideStep(record({ state: 'investigating' }), { ...body('plan'), due: '2026-11-27' } as OneStep, context()).complaint
  expect(planned).toMatchObject({ state: 'rectifying', due: '2026-11-27' })
  const asked = decideStep(planned, body('ask', 3), context()).complaint
  expect(asked.due).toBe('2026-12-07')
  const resumed = decideStep(asked, body('resume', 4), context('window', '2026-11-26T01:00:00.000Z')).complaint
  expect(resumed).toMatchObject({ state: 'rectifying', due: '2026-12-02' })
})

test('what only the clock did meanwhile is no conflict; what a person did is', () => {
  const { complaint } = decideMark(record(), sampleTime('2026-12-01T01:00:00.000Z'))!
  expect(complaint).toMatchObject({ version: 3, quiet: 1 })
  expect(decideStep(complaint, body('answer', 2), context()).complaint).toMatchObject({ version: 4, quiet: 0 })
  const noted = decideStep(complaint, body('note', 3), context()).complaint
  expect(() => decideStep(noted, body('answer', 2), context())).toThrow(expect.objectContaining({ code: 'version-conflict' }))
})

test('a deadline beyond the calendar is counted with the next step after the calendar was completed', () => {
  const unknown = record({ acceptBy: 'unknown', answerBy: 'unknown', due: 'unknown' })
  expect(decideStep(unknown, body('note'), context()).complaint).toMatchObject({ acceptBy: '2026-11-24', answerBy: '2026-11-30', due: '2026-11-30' })
})

test('a bad rating waits for a call back, and until then it is not closed', () => {
  const answered = decideStep(record(), body('answer'), context()).complaint
  const rated = decideCitizenStep(answered, { action: 'rate', event: { text: '不满意。没有改', rating: 'dissatisfied' }, expectedVersion: 3 }, sampleTime())
  expect(rated.complaint).toMatchObject({ rating: 'dissatisfied', callback: 'open' })
  expect(rated.event).toMatchObject({ action: 'rate', rating: 'dissatisfied', visibility: 'citizen' })
  expect(() => decideCitizenStep(rated.complaint, { action: 'rate', event: { rating: 'satisfied' } }, sampleTime())).toThrow(expect.objectContaining({ code: 'action-not-possible' }))
  expect(() => decideStep(rated.complaint, body('close', 4), context('chief', at, 'other'))).toThrow(expect.objectContaining({ code: 'action-not-possible' }))
  expect(() => decideStep(rated.complaint, body('callBack', 4), context())).toThrow(expect.objectContaining({ code: 'action-not-possible' }))
  const called = decideStep(rated.complaint, body('callBack', 4), context('window', at, 'other'))
  expect(called.complaint).toMatchObject({ state: 'answered', callback: 'done' })
  expect(decideStep(called.complaint, body('close', 5), context()).complaint.state).toBe('closed')
  expect(decideStep(rated.complaint, body('reopen', 4), context('window', at, 'other')).complaint).toMatchObject({ state: 'reopened', reopens: 1, rating: undefined, callback: undefined })
})

test('a good rating opens no call back', () => {
  const answered = decideStep(record(), body('answer'), context()).complaint
  expect(decideCitizenStep(answered, { action: 'rate', event: { rating: 'fair' } }, sampleTime()).complaint.callback).toBeUndefined()
})

test('the clock marks a deadline once, and a new one anew', () => {
  const at = (day: string) => sampleTime(`${day}T01:00:00.000Z`)
  const reminded = decideMark(record(), at('2026-11-27'))!
  expect(reminded.event).toMatchObject({ action: 'remind', visibility: 'internal', byRole: 'clock', state: 'accepted' })
  expect(reminded.lookAgain).toBe('2026-12-01')
  expect(decideMark(reminded.complaint, at('2026-11-30'))).toBeUndefined()
  const overdue = decideMark(reminded.complaint, at('2026-12-01'))!
  expect(overdue.event.action).toBe('overdue')
  expect(decideMark(overdue.complaint, at('2026-12-02'))).toBeUndefined()
  const escalated = decideMark(overdue.complaint, at('2026-12-03'))!
  expect(escalated.event.action).toBe('escalate')
  expect(escalated.lookAgain ?? decideMark(escalated.complaint, at('2027-01-31'))).toBeUndefined()
  const planned = decideStep(escalated.complaint, body('plan', 5), context('window', '2026-12-04T01:00:00.000Z'))
  expect(planned).toMatchObject({ complaint: { marks: [] }, lookAgain: '2026-12-30' })
})

test('taking back what is not published is not possible', () => {
  expect(() => decideStep(record({ state: 'answered' }), body('unpublish'), context('chief'))).toThrow(expect.objectContaining({ code: 'action-not-possible' }))
  expect(decideStep(record({ state: 'answered', publishedAt: at, publicText: { question: '问', answer: '答' } }), body('unpublish'), context('chief')).complaint.publishedAt).toBeUndefined()
})

test('a role that never does this is told so before anything else', () => {
  expect(() => decideStep(record({ version: 9 }), body('publish'), context('window'))).toThrow(expect.objectContaining({ code: 'not-allowed' }))
})

/** Every fact of the table holds in one of them and does not hold in another. */
const factSets: readonly Partial<ComplaintRecord>[] = [
  { publishedAt: at, publicText: { question: '问', answer: '答' }, askedUntil: '2026-11-01', extension: { due: '2027-12-31', reason: '要鉴定', by: '科室' }, callback: 'open', answeredBy: 'other' },
  { acceptBy: '2026-11-20', answerBy: '2026-11-20', callback: 'open', answeredBy: 's' },
  { answerBy: '2026-12-20', plan: { text: '计划', due: '2026-12-20' } },
]
const cases = complaintStateList.flatMap((state) => staffActions.flatMap((action) =>
  [...anyStaff, 'helper' as const].flatMap((role) => factSets.map((facts) => ({ state, action, role, facts })))))

test('every state × action × role: a step succeeds exactly when the table shows its button, and adds one version and one event', () => {
  for (const { state, action, role, facts } of cases) {
    const before = record({ state, office: role === 'helper' ? 'network' : 'approval', helping: ['approval'], ...facts })
    const staff: StaffRole = role === 'helper' ? 'office' : role
    expect(roleIn(before, context(staff).staff)).toBe(role)
    const possible = allowedActions(state, role, factsOf(before, { today: '2026-11-23', maxReopens: 2, account: 's' })).includes(action)
    try {
      const step = decideStep(before, body(action), context(staff))
      expect({ state, action, role, facts, possible }).toMatchObject({ possible: true })
      expect(step.complaint).toMatchObject({ text: before.text, contact: before.contact, citizen: before.citizen, receipt: before.receipt, version: 3 })
      expect(step.event).toMatchObject({ number: 3, state: step.complaint.state, by: 'centre', byRole: staff })
    } catch (error) {
      expect(error).toMatchObject({ code: mayEver(action, role) ? 'action-not-possible' : 'not-allowed' })
      expect({ state, action, role, facts, possible }).toMatchObject({ possible: false })
    }
  }
})

test('an older version never passes', () => {
  fc.assert(fc.property(fc.integer({ min: 3, max: 1000 }), fc.constantFrom(...staffActions.filter((it) => it !== 'return')), (version, action) => {
    expect(() => decideStep(record({ version }), body(action, 2), context('admin'))).toThrow(expect.objectContaining({ code: 'version-conflict', detail: { currentVersion: version } }))
  }))
})
