import { ServiceError } from '@shared/errors/service-error'
import type { Whole } from '../record'
import { decideSeenStep, firstStep, type CitizenAct } from './citizen-step'
import { decideStep, type OneStep } from './staff-step'
import { sampleContext, sampleBody, sampleRecord, sampleTime } from './step.sample'

/** A complaint after these steps of staff, each one an internal note or something that the citizen sees. */
function after(...bodies: OneStep[]): Whole {
  const { complaint, event } = firstStep(sampleRecord({ state: 'accepted', version: 1 }), sampleTime())
  return bodies.reduce<Whole>((whole, body) => {
    const step = decideStep(whole.complaint, { ...body, expectedVersion: whole.complaint.version }, sampleContext('chief'))
    return { complaint: step.complaint, events: [...whole.events, step.event] }
  }, { complaint, events: [event] })
}
const note: OneStep = { action: 'note', expectedVersion: 1, text: '绝密备注', mentions: [] }
const answer: OneStep = { action: 'answer', expectedVersion: 1, text: '已改为关键词检索' }
const withdraw: CitizenAct = { action: 'withdraw', event: {}, expectedVersion: 1 }

function refusal(whole: Whole, act: CitizenAct): ServiceError {
  try {
    decideSeenStep(whole, act, sampleTime())
  } catch (error) {
    if (error instanceof ServiceError) return error
    throw error
  }
  throw new Error('it was not refused')
}

test('what staff write among themselves does not get in the citizen\'s way', () => {
  const { complaint, event } = decideSeenStep(after(note), withdraw, sampleTime())
  expect(complaint).toMatchObject({ state: 'closed', closedAs: 'withdrawn', version: 3 })
  expect(event.number).toBe(3)
})

test('a citizen who comes too late is told what happened in the centre\'s name, without staff\'s names and notes', () => {
  const error = refusal(after(note, sampleBody('investigate')), withdraw)
  expect(error.code).toBe('version-conflict')
  expect(error.detail).toEqual({ currentVersion: 3, since: [{ what: '正在调查核实。', by: '中心', at: '2026-11-23T08:00:00.000Z' }] })
  expect(JSON.stringify(error.detail)).not.toMatch(/绝密|窗口/)
})

test('so is one whose step is no longer possible at all', () => {
  const error = refusal(after(answer), { action: 'withdraw', event: {}, expectedVersion: 1 })
  expect(error.detail.since).toEqual([expect.objectContaining({ what: '答复：已改为关键词检索', by: '中心' })])
})

test('a long answer is cut in the news of a conflict', () => {
  const what = refusal(after({ ...answer, text: '长'.repeat(500) }), withdraw).detail.since?.[0]?.what ?? ''
  expect(Array.from(what)).toHaveLength(120)
  expect(what.endsWith('…')).toBe(true)
})

test('a version that does not exist yet is refused', () => {
  expect(refusal(after(), { ...withdraw, expectedVersion: 9 }).code).toBe('version-conflict')
})
