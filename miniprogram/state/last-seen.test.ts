import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { lastSeen } from './last-seen'
import { standIn } from './stand-in'

const schema = v.object({ name: v.string() })
const at = '2026-11-23T01:00:00.000Z'

beforeEach(() => Taro.clearStorageSync())

test('what was seen is there again after a restart, with its time; the one longest unseen falls out', () => {
  const store = lastSeen('t', schema, 2)
  for (const name of ['a', 'b', 'a', 'c']) store.keep(name, { name }, at)
  const restarted = lastSeen('t', schema, 2)
  expect(restarted.of('a')).toEqual({ key: 'a', at, value: { name: 'a' } })
  expect(restarted.of('b')).toBeUndefined()
})

test('what an older version kept without a time can still be read', () => {
  Taro.setStorageSync('t', { version: 1, value: [{ name: 'a' }] })
  const store = lastSeen('t', schema, 2, (value) => (value as { name: string }[]).map((one) => ({ key: one.name, value: one })))
  expect(store.of('a')).toEqual({ key: 'a', value: { name: 'a' } })
})

test.each([['nonsense'], [{ version: 2, value: 'nonsense' }], [{ version: 2, value: [{ key: 'a', at, value: { name: 1 } }, null] }]])('damaged storage reads as nothing seen: %j', (stored) => {
  Taro.setStorageSync('t', stored)
  expect(lastSeen('t', schema, 2).of('a')).toBeUndefined()
})

test('what is forgotten is gone after a restart too', () => {
  const store = lastSeen('t', schema, 2)
  store.keep('a', { name: 'a' }, at)
  store.forget()
  expect(lastSeen('t', schema, 2).of('a')).toBeUndefined()
})

const problem = (code: 'unavailable' | 'not-found', offline = false) => ({ code, message: '', fields: {}, since: [], offline })
const before = { key: 'a', at, value: 'old' }

test('the earlier value stands in while the current one is on its way, without a word of warning', () => {
  expect(standIn(undefined, undefined, before)).toEqual({ value: 'old', problem: undefined, stale: undefined })
})

test('without a network the earlier value stays, with its time', () => {
  expect(standIn(undefined, problem('unavailable', true), before)).toEqual({ value: 'old', problem: undefined, stale: { at, offline: true } })
  expect(standIn('newer', problem('unavailable'), before)).toEqual({ value: 'newer', problem: undefined, stale: { at, offline: false } })
})

test('for what is gone nothing stands in', () => {
  expect(standIn(undefined, problem('not-found'), before)).toEqual({ value: undefined, problem: problem('not-found'), stale: undefined })
})
