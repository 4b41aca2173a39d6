import Taro from '@tarojs/taro'
import { guardLeaving, mayLeave } from './leaving'
import { back, open, replace } from './navigate'

let watched: boolean
const watch = () => {
  watched = true
  return () => { watched = false }
}
let release = () => {}

beforeEach(() => { watched = false })
afterEach(() => {
  release()
  jest.restoreAllMocks()
})

test('a page that has nothing to lose is left without a question', async () => {
  const ask = jest.fn(async () => false)
  release = guardLeaving(ask, watch)
  expect(watched).toBe(true)
  release()
  expect(watched).toBe(false)
  expect(await mayLeave()).toBe(true)
  expect(ask).not.toHaveBeenCalled()
})

test('who says no stays, whichever way they wanted to go; a page opened on top leaves nothing', async () => {
  const ways = (['redirectTo', 'navigateBack', 'switchTab', 'navigateTo'] as const).map((way) => jest.spyOn(Taro, way))
  release = guardLeaving(async () => false, watch)
  await replace('staff/queue/index')
  await back()
  await open('pages/me/index')
  expect(ways.map((way) => way.mock.calls.length)).toEqual([0, 0, 0, 0])
  await open('staff/complaint/index')
  expect(ways[3]).toHaveBeenCalled()
  expect(watched).toBe(true)
})

test('who says yes goes, is asked once, and nothing is watched any more', async () => {
  const ask = jest.fn(async () => true)
  const redirect = jest.spyOn(Taro, 'redirectTo')
  release = guardLeaving(ask, watch)
  expect(await Promise.all([mayLeave(), mayLeave()])).toEqual([true, true])
  await replace('staff/queue/index')
  expect(redirect).toHaveBeenCalledTimes(1)
  expect(ask).toHaveBeenCalledTimes(1)
  expect(watched).toBe(false)
})

test('the page that came last is the one that is asked about, and an earlier one that ends takes nothing away from it', async () => {
  const first = guardLeaving(async () => true, () => () => {})
  release = guardLeaving(async () => false, watch)
  first()
  expect(await mayLeave()).toBe(false)
  expect(watched).toBe(true)
})
