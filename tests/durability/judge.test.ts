import type { StaffComplaint } from '@shared/complaints/complaint'
import { differ, whole } from './judge'

type Event = StaffComplaint['events'][number]
const event = (number: number, action: Event['action'], state: Event['state'], byRole: Event['byRole']) => ({ number, action, state, byRole }) as Event
const events = [event(1, 'submit', 'submitted', 'citizen'), event(2, 'accept', 'accepted', 'window'), event(3, 'note', 'accepted', 'office')]

test('a complaint with all its events and the state of the last is whole', () => {
  expect(whole({ events, version: 3, state: 'accepted' })).toBe(true)
})

test.each<[string, Parameters<typeof whole>[0]]>([
  ['a state without its event', { events, version: 4, state: 'accepted' }],
  ['an event without its state', { events, version: 2, state: 'accepted' }],
  ['an event that is missing in between', { events: [events[0]!, events[2]!], version: 2, state: 'accepted' }],
  ['another state than the last event\'s', { events, version: 3, state: 'answered' }],
  ['a step that the state table does not have', { events: [events[0]!, event(2, 'answer', 'answered', 'window')], version: 2, state: 'answered' }],
  ['no event at all', { events: [], version: 0, state: 'submitted' }],
])('%s is found', (_, it) => expect(whole(it)).toBe(false))

test('an inbox entry too many and one too few are told apart', () => {
  expect(differ(['a', 'b'], ['b', 'a'])).toEqual({ doubled: 0, untold: 0 })
  expect(differ(['a', 'a', 'c'], ['a', 'b'])).toEqual({ doubled: 2, untold: 1 })
})
