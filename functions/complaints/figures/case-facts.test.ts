import * as v from 'valibot'
import { caseFacts as schema } from '@shared/complaints/figures'
import type { Whole } from '../record'
import { decideCitizenStep, firstStep, type CitizenAct } from '../steps/citizen-step'
import { decideStep, type OneStep } from '../steps/staff-step'
import { sampleBody, sampleContext, sampleRecord, sampleTime } from '../steps/step.sample'
import { caseFacts } from './case-facts'

/** Monday 2026-11-23, 16:00 in China; the answer is due on Monday the 30th. */
const raised = (): Whole => {
  const { complaint, event } = firstStep(sampleRecord({ state: 'submitted', version: 1 }), sampleTime())
  return { complaint, events: [event] }
}
const on = (day: string) => `${day}T02:00:00.000Z`

/** A complaint after these steps: day, then what staff do, or what its citizen does. */
function after(steps: readonly (readonly [string, OneStep['action'] | CitizenAct, Partial<OneStep>?])[]): Whole {
  return steps.reduce(({ complaint, events }: Whole, [day, act, more]): Whole => {
    const step = typeof act === 'string'
      ? decideStep(complaint, { ...sampleBody(act, complaint.version), ...more } as OneStep, sampleContext('chief', on(day), `staff of ${day}`))
      : decideCitizenStep(complaint, act, sampleTime(on(day)))
    return { complaint: step.complaint, events: [...events, step.event] }
  }, raised())
}
const factsAfter = (...steps: Parameters<typeof after>[0]) => caseFacts(after(steps), sampleTime().calendar)
const reply: CitizenAct = { action: 'reply', event: { text: '补充', photos: [] } }
const reopen: CitizenAct = { action: 'reopen', event: { text: '没有改' } }

test('what was only raised is not accepted, not answered, and due on the day that the clock counts', () => {
  const facts = caseFacts(raised(), sampleTime().calendar)
  expect(facts).toEqual({
    id: '0123456789abcdefghjk', version: 1, kind: 'pain', state: 'submitted', channel: 'app', submittedAt: '2026-11-23T08:00:00.000Z', reopens: 0, answerDue: '2026-11-30', due: '2026-11-24',
  })
  expect(v.is(schema, facts)).toBe(true)
})

test('working days to the answer count from the day after it was raised', () => {
  expect(factsAfter(['2026-11-23', 'accept'], ['2026-11-23', 'answer']).answerDays).toBe(0)
  expect(factsAfter(['2026-11-24', 'accept'], ['2026-11-30', 'answer'])).toMatchObject({ acceptedAt: on('2026-11-24'), answeredAt: on('2026-11-30'), answerDue: '2026-11-30', answerDays: 5 })
})

test('the days on which the citizen was waited for are the citizen\'s own', () => {
  const facts = factsAfter(['2026-11-24', 'accept'], ['2026-11-25', 'ask'], ['2026-12-02', reply], ['2026-12-04', 'answer'])
  expect(facts).toMatchObject({ answerDue: '2026-12-07', answerDays: 4 })
})

test('an answer after the citizen had let the time for an answer pass is due so much later too', () => {
  expect(factsAfter(['2026-11-24', 'accept'], ['2026-11-25', 'ask'], ['2026-12-10', 'answer'])).toMatchObject({ answerDue: '2026-12-15', answerDays: 2 })
})

test('a plan and a refusal are first answers too; a result alone is none', () => {
  expect(factsAfter(['2026-11-24', 'accept'], ['2026-11-25', 'plan'], ['2026-12-08', 'rectify'], ['2026-12-09', 'answer'])).toMatchObject({ answeredAt: on('2026-11-25'), answerDays: 2 })
  expect(factsAfter(['2026-11-24', 'decline'])).toMatchObject({ answeredAt: on('2026-11-24'), answerDue: '2026-11-30' })
  expect(factsAfter(['2026-11-24', 'accept'], ['2026-11-25', 'rectify']).answeredAt).toBeUndefined()
})

test('the first answer stays the first, by when it was due then, however often it is taken up again', () => {
  const facts = factsAfter(['2026-11-24', 'accept'], ['2026-11-26', 'answer'], ['2026-12-10', reopen], ['2026-12-30', 'answer'])
  expect(facts).toMatchObject({ answeredAt: on('2026-11-26'), answerDue: '2026-11-30', answerDays: 3, reopens: 1 })
})

test('what was put right and is taken up again is put right no longer, until it is again', () => {
  const first = [['2026-11-24', 'accept'], ['2026-11-25', 'rectify'], ['2026-11-26', 'answer']] as const
  expect(factsAfter(...first).rectifiedAt).toBe(on('2026-11-25'))
  expect(factsAfter(...first, ['2026-12-01', reopen]).rectifiedAt).toBeUndefined()
  expect(factsAfter(...first, ['2026-12-01', reopen], ['2026-12-03', 'rectify']).rectifiedAt).toBe(on('2026-12-03'))
})

test('closed as put right is put right; closed as explained is not, whatever was said before', () => {
  const answered = [['2026-11-24', 'accept'], ['2026-11-26', 'answer']] as const
  expect(factsAfter(...answered, ['2026-11-27', 'close', { closing: 'rectified' }])).toMatchObject({ rectifiedAt: on('2026-11-27'), closedAt: on('2026-11-27') })
  expect(factsAfter(['2026-11-24', 'accept'], ['2026-11-25', 'rectify'], ['2026-11-26', 'answer'], ['2026-11-27', 'close']).rectifiedAt).toBeUndefined()
})

test('publishing what is closed does not change when it was closed', () => {
  expect(factsAfter(['2026-11-24', 'accept'], ['2026-11-26', 'answer'], ['2026-11-27', 'close'], ['2026-12-04', 'publish']).closedAt).toBe(on('2026-11-27'))
})

test('a record from before first answers were kept says of the due day only what nothing has changed since', () => {
  const { complaint: { firstAnswer: _, ...complaint }, events } = after([['2026-11-24', 'accept'], ['2026-11-26', 'answer']])
  expect(caseFacts({ complaint, events }, sampleTime().calendar)).toMatchObject({ answeredAt: on('2026-11-26'), answerDue: '2026-11-30' })
  const again = decideCitizenStep(complaint, reopen, sampleTime(on('2026-12-10')))
  expect(again.complaint.firstAnswer).toBeUndefined()
  const whole = { complaint: again.complaint, events: [...events, again.event] }
  expect(caseFacts(whole, sampleTime().calendar)).toMatchObject({ answeredAt: on('2026-11-26'), answerDue: 'unknown' })
})
