import { anyStaff, type Role } from '../accounts/roles'
import { allowedActions, complaintActionList, complaintStateList, findTransition, mayEver, nextState, transitions } from './states'

const roles: Role[] = ['citizen', ...anyStaff]

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

test('an answer to a question leads back to where it was asked', () => {
  const row = findTransition('asked', 'reply', 'citizen')!
  expect(nextState(row, 'asked', 'passed')).toBe('passed')
  expect(nextState(row, 'asked', 'accepted')).toBe('accepted')
})

test('a citizen can only add and withdraw', () => {
  for (const state of complaintStateList) expect(allowedActions(state, 'citizen').every((action) => action === 'reply' || action === 'withdraw')).toBe(true)
  expect(allowedActions('withdrawn', 'citizen')).toEqual([])
})

test('only 科长 or above publish, and an office does not accept', () => {
  expect(mayEver('publish', 'window')).toBe(false)
  expect(mayEver('publish', 'office')).toBe(false)
  expect(mayEver('publish', 'chief')).toBe(true)
  expect(allowedActions('submitted', 'office')).toEqual(['note'])
})

test('only a note is kept from the citizen', () => {
  expect(transitions.filter((row) => row.citizenSees === undefined).map((row) => row.action)).toEqual(['note'])
})
