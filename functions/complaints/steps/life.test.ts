import fc from 'fast-check'
import * as v from 'valibot'
import { anyStaff } from '@shared/accounts/roles'
import { citizenComplaint, staffComplaint } from '@shared/complaints/complaint'
import { complaintStateList } from '@shared/complaints/states'
import { staffActBody } from '@shared/complaints/acts'
import { ServiceError } from '@shared/errors/service-error'
import { decideMark } from '../clock-service'
import { complaintRecord, eventRecord, type Whole } from '../record'
import { citizenView, staffView } from '../views'
import { decideCitizenStep, firstStep, type CitizenAct } from './citizen-step'
import { decideStep, type OneStep } from './staff-step'
import { sampleBody, sampleContext, sampleRecord, sampleTime, staffActions } from './step.sample'

const secret = '绝密'
const start = (): Whole => {
  const { complaint, event } = firstStep(sampleRecord({ state: 'submitted', version: 1, contact: `${secret}联系方式` }), sampleTime())
  return { complaint, events: [event] }
}

const citizenAct = fc.constantFrom<CitizenAct>({ action: 'reply', event: { text: '补充', photos: [] } }, { action: 'withdraw', event: {} },
  { action: 'rate', event: { text: '满意', rating: 'satisfied' } }, { action: 'rate', event: { text: '不满意。还是老样子', rating: 'dissatisfied' } }, { action: 'reopen', event: { text: '没有改' } })
const staffAct = fc.record({ action: fc.constantFrom(...staffActions), role: fc.constantFrom(...anyStaff), helping: fc.boolean() })
const acts = fc.array(fc.oneof({ arbitrary: staffAct, weight: 5 }, { arbitrary: citizenAct, weight: 1 }), { maxLength: 60 })

/** Internal words of a request are marked, so that they can be looked for in what a citizen sees. */
function marked(action: (typeof staffActions)[number], version: number, helping: boolean) {
  const body = sampleBody(action, version) as Record<string, unknown>
  if (action === 'note') body.text = `${secret}备注`
  if ('note' in body) body.note = `${secret}内部`
  if (action === 'pass') Object.assign(body, { office: helping ? 'network' : 'approval', helping: helping ? ['approval'] : [] })
  return v.parse(staffActBody, { ...body, ...(action === 'decide' ? { by: `${secret}领导` } : {}) }) as OneStep
}

/** Does what is possible of the acts, one a day. */
function live(all: readonly (CitizenAct | { action: (typeof staffActions)[number]; role: (typeof anyStaff)[number]; helping: boolean })[], seen: (whole: Whole) => void): Whole {
  let whole = start()
  all.forEach((act, index) => {
    const { complaint, events } = whole
    const at = new Date(Date.parse('2026-11-23T08:00:00.000Z') + index * 86_400_000).toISOString()
    try {
      const step = 'role' in act ? decideStep(complaint, marked(act.action, complaint.version, act.helping), sampleContext(act.role, at, `s${index % 2}`)) : decideCitizenStep(complaint, act, sampleTime(at))
      whole = { complaint: step.complaint, events: [...events, step.event] }
      seen(whole)
      for (let mark = decideMark(whole.complaint, sampleTime(at)); mark; mark = decideMark(whole.complaint, sampleTime(at))) {
        whole = { complaint: mark.complaint, events: [...whole.events, mark.event] }
        seen(whole)
      }
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
    }
  })
  return whole
}

test('whatever anybody does in whatever order, every state is in the table and every step has its event', () => {
  fc.assert(fc.property(acts, (all) => {
    live(all, ({ complaint, events }) => {
      expect(complaintStateList).toContain(complaint.state)
      expect(events.map((it) => it.number)).toEqual(events.map((_, index) => index + 1))
      expect(events).toHaveLength(complaint.version)
      expect(events[events.length - 1]).toMatchObject({ state: complaint.state, at: complaint.updatedAt })
    })
  }), { numRuns: 300 })
})

test('what is written is read again as it was', () => {
  fc.assert(fc.property(acts, (all) => {
    const { complaint, events } = live(all, () => {})
    const stored = JSON.parse(JSON.stringify({ complaint, events })) as { complaint: unknown; events: unknown[] }
    expect(JSON.parse(JSON.stringify(v.parse(complaintRecord, stored.complaint)))).toEqual(stored.complaint)
    expect(stored.events.map((it) => v.parse(eventRecord, it))).toEqual(stored.events)
  }), { numRuns: 100 })
})

test('a citizen never sees a note, a decision\'s words, who decided, a clerk\'s name, a contact, what the clock notes, or that an office sent it back', () => {
  fc.assert(fc.property(acts, (all) => {
    live(all, (whole) => {
      const view = citizenView(whole, new Map(), sampleTime())
      expect(v.is(citizenComplaint, view)).toBe(true)
      const text = JSON.stringify(view)
      for (const hidden of [secret, '3 号窗口', 'byName', 'byId', '"note"', 'decision', 'helping', 'returned', 'textReview', 'clock', 'extension']) expect(text).not.toContain(hidden)
      for (const role of anyStaff) {
        const staffSees = staffView(whole, new Map(), role, sampleTime(), 's')
        expect(v.is(staffComplaint, staffSees)).toBe(true)
        expect(staffSees.hasContact).toBe(true)
        expect(JSON.stringify(staffSees)).not.toContain('联系方式')
      }
    })
  }), { numRuns: 100 })
})

test('a citizen has it taken up again as often as the centre allows and not once more; who called back is never who answered', () => {
  fc.assert(fc.property(acts, (all) => {
    const { complaint, events } = live(all, () => {})
    expect(events.filter((it) => it.action === 'reopen' && it.by === 'citizen').length).toBe(complaint.citizenReopens)
    expect(complaint.citizenReopens).toBeLessThanOrEqual(2)
    events.forEach((event, index) => {
      if (event.action !== 'callBack') return
      const answer = events.slice(0, index).reverse().find((it) => it.action === 'answer')
      expect(answer?.byId).not.toBe(event.byId)
    })
  }), { numRuns: 200 })
})

test('from wherever a complaint has come to, the front desk, a chief and its citizen can bring it to an end', () => {
  fc.assert(fc.property(acts, (all) => {
    const { complaint } = live(all, () => {})
    let it = complaint
    for (let round = 0; round < 8 && it.state !== 'closed' && it.state !== 'declined'; round++) {
      const action = ({ submitted: 'accept', asked: 'resume', referred: 'decide', answered: it.callback === 'open' ? 'callBack' : 'close' } as const)[it.state as string] ?? 'answer'
      it = decideStep(it, marked(action, it.version, false), sampleContext('chief', '2027-03-01T08:00:00.000Z', it.answeredBy === 'x' ? 'y' : 'x')).complaint
    }
    expect(['closed', 'declined']).toContain(it.state)
  }), { numRuns: 200 })
})

test('records of older versions are read: 已撤回 is a way of being closed now, a question knows where it was asked, new fields have their defaults', () => {
  const { helping: _, reopens: __, channel: ___, acceptBy: ____, answerBy: _____, marks: ______, quiet: _______, ...older } = sampleRecord()
  expect(v.parse(complaintRecord, { ...older, state: 'withdrawn' })).toMatchObject({ state: 'closed', closedAs: 'withdrawn', helping: [], reopens: 0, channel: 'app', answerBy: '2026-11-30' })
  expect(v.parse(complaintRecord, { ...older, state: 'asked', askedFrom: 'passed' })).toMatchObject({ state: 'asked', before: 'passed' })
  expect(v.parse(eventRecord, { ...firstStep(sampleRecord(), sampleTime()).event, state: 'withdrawn' }).state).toBe('closed')
})
