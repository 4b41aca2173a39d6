import { anyStaff } from '../accounts/roles'
import {
  allowedActions, citizenState, complaintActionList, complaintStateList, findTransition, mayEver, nextState, openStates, transitions, usualSteps, type CaseRole, type Facts,
} from './states'

const roles: CaseRole[] = ['citizen', ...anyStaff, 'helper', 'neighbour', 'clock']
const none: Facts = { published: false, askExpired: false, extendable: false, extensionAsked: false, rateable: false, callbackOpen: false, noCallback: true, reopenable: false }

test('no state, action and role are matched by two rows', () => {
  for (const state of complaintStateList)
    for (const action of complaintActionList)
      for (const role of roles) {
        const rows = transitions.filter((row) => row.action === action && row.from.includes(state) && row.by.includes(role))
        expect(rows.length).toBeLessThanOrEqual(1)
      }
})

test('every state can be reached from “submitted”', () => {
  const reached = new Set(['submitted'])
  for (let round = 0; round < 10; round++)
    for (const row of transitions) if (row.to !== 'same' && row.to !== 'before' && row.from.some((state) => reached.has(state))) reached.add(row.to)
  expect([...reached].sort()).toEqual([...complaintStateList].sort())
})

test('no open state is a dead end: somebody at the front desk can always move it on, whatever else holds', () => {
  const moves = (state: (typeof complaintStateList)[number]) =>
    transitions.filter((row) => row.from.includes(state) && row.to !== 'same' && !row.when && row.by.some((role) => role === 'window' || role === 'chief'))
  for (const state of openStates) expect({ state, moves: moves(state).length > 0 }).toEqual({ state, moves: true })
})

test('an answer to a question leads back to where it was asked, a decision to where it was referred', () => {
  const reply = findTransition('asked', 'reply', 'citizen')!
  expect(nextState(reply, 'asked', 'passed')).toBe('passed')
  expect(nextState(reply, 'asked', 'accepted')).toBe('accepted')
  expect(nextState(findTransition('referred', 'decide', 'leader')!, 'referred', 'investigating')).toBe('investigating')
})

test('what each role can do where, when nothing is published and no time is over', () => {
  const table = (role: CaseRole) => complaintStateList.map((state) => `${state}: ${allowedActions(state, role, none).join(' ')}`).join('\n')
  expect(table('citizen')).toMatchInlineSnapshot(`
"submitted: reply withdraw
accepted: reply withdraw
passed: reply withdraw
returned: reply withdraw
investigating: reply withdraw
asked: reply withdraw
referred: reply withdraw
rectifying: reply
rectified: reply
answered: reply
reopened: reply withdraw
closed: 
declined: "
`)
  expect(table('window')).toMatchInlineSnapshot(`
"submitted: accept note decline merge
accepted: pass investigate rectify answer ask plan refer note decline merge
passed: pass investigate rectify answer ask plan refer note merge
returned: pass investigate rectify answer ask plan refer note decline merge
investigating: pass rectify answer ask plan refer note merge
asked: resume note merge
referred: note merge
rectifying: rectify answer ask refer note merge
rectified: answer plan note merge
answered: close plan note
reopened: pass investigate rectify answer ask plan refer note merge
closed: note
declined: note"
`)
  expect(table('office')).toMatchInlineSnapshot(`
"submitted: note
accepted: investigate rectify answer ask plan refer note
passed: investigate rectify answer ask plan refer return note
returned: investigate rectify answer ask plan refer note
investigating: rectify answer ask plan refer return note
asked: resume note
referred: note
rectifying: rectify answer ask refer note
rectified: answer plan note
answered: plan note
reopened: investigate rectify answer ask plan refer note
closed: note
declined: note"
`)
  expect(table('helper')).toMatchInlineSnapshot(`
"submitted: note
accepted: note
passed: note
returned: note
investigating: note
asked: note
referred: note
rectifying: note
rectified: note
answered: note
reopened: note
closed: note
declined: note"
`)
  expect(table('chief')).toMatchInlineSnapshot(`
"submitted: accept note decline merge
accepted: pass investigate rectify answer ask plan refer note decline merge
passed: pass investigate rectify answer ask plan refer note merge
returned: pass investigate rectify answer ask plan refer note decline merge
investigating: pass rectify answer ask plan refer note merge
asked: resume note merge
referred: decide note merge
rectifying: rectify answer ask refer note merge
rectified: answer plan note merge
answered: close plan reopen publish note
reopened: pass investigate rectify answer ask plan refer note merge
closed: reopen publish note
declined: reopen note"
`)
  expect(table('leader')).toMatchInlineSnapshot(`
"submitted: accept note decline merge
accepted: pass investigate rectify answer ask plan note decline merge
passed: pass investigate rectify answer ask plan note merge
returned: pass investigate rectify answer ask plan note decline merge
investigating: pass rectify answer ask plan note merge
asked: resume note merge
referred: decide note merge
rectifying: rectify answer ask note merge
rectified: answer plan note merge
answered: close plan reopen publish note
reopened: pass investigate rectify answer ask plan note merge
closed: reopen publish note
declined: reopen note"
`)
  expect(table('admin')).toBe(table('chief'))
})

test('without the citizen\'s answer it is answered or closed only when the time for that is over', () => {
  expect(allowedActions('asked', 'window', none)).toEqual(['resume', 'note', 'merge'])
  expect(allowedActions('asked', 'window', { ...none, askExpired: true })).toEqual(['resume', 'answer', 'close', 'note', 'merge'])
})

test('only 科长 or above publish and decide; an office does not accept', () => {
  for (const action of ['publish', 'decide'] as const) {
    for (const role of ['window', 'office', 'helper', 'citizen'] as const) expect(mayEver(action, role)).toBe(false)
    expect(mayEver(action, 'chief')).toBe(true)
  }
  expect(allowedActions('submitted', 'office', none)).toEqual(['note'])
})

test('a citizen rates and has it taken up again only while that is open, and a window takes it up again only after a call back', () => {
  expect(allowedActions('closed', 'citizen', { ...none, rateable: true, reopenable: true })).toEqual(['rate', 'reopen'])
  expect(allowedActions('closed', 'window', { ...none, callbackOpen: true })).toEqual(['callBack', 'reopen', 'note'])
  expect(allowedActions('answered', 'chief', { ...none, noCallback: false })).not.toContain('close')
})

test('more time is asked for before the deadline, and only 科长 or above consent to it', () => {
  expect(allowedActions('investigating', 'office', { ...none, extendable: true })).toContain('extend')
  for (const role of ['window', 'office', 'helper', 'citizen'] as const) expect(mayEver('grant', role)).toBe(false)
  expect(allowedActions('rectifying', 'chief', { ...none, extensionAsked: true })).toEqual(expect.arrayContaining(['grant', 'refuse']))
})

test('only what is said among colleagues is kept from the citizen', () => {
  expect([...new Set(transitions.filter((row) => row.citizenSees === undefined).map((row) => row.action))].sort()).toEqual(['absorb', 'escalate', 'extend', 'follow', 'lapse', 'note', 'overdue', 'refuse', 'remind', 'return', 'unfollow'])
  expect(citizenState('returned')).toBe('accepted')
})

test('of what a role can do in a state, the likeliest steps are real ones, never one that ends the case badly, and what somebody waits for comes first', () => {
  for (const state of complaintStateList)
    for (const role of anyStaff) {
      const possible = allowedActions(state, role)
      const steps = usualSteps(state, possible)
      expect(steps.length).toBeLessThanOrEqual(2)
      for (const step of steps) {
        expect(possible).toContain(step)
        expect(['decline', 'merge', 'unpublish']).not.toContain(step)
      }
      if (possible.length > 3) expect(steps.length).toBeGreaterThan(0)
    }
  expect(usualSteps('accepted', ['note', 'answer', 'pass', 'merge'])).toEqual(['pass', 'answer'])
  expect(usualSteps('accepted', allowedActions('accepted', 'chief'))).toEqual(['grant', 'refuse'])
  expect(usualSteps('answered', ['note', 'publish', 'callBack'])).toEqual(['callBack', 'publish'])
})
