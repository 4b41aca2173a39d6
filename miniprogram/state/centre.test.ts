/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, renderHook } from '@testing-library/react'
import { useCentre } from './centre'

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('however many parts of a page ask for the centre, it is fetched once; when that fails each says so and can try again', async () => {
  const request = jest.spyOn(Taro, 'request').mockImplementation((async () => ({ statusCode: 404, data: '{}' })) as never)
  const { result } = await act(async () => renderHook(() => [useCentre(), useCentre(), useCentre()]))
  expect(request).toHaveBeenCalledTimes(1)
  expect(result.current.map(({ problem }) => Boolean(problem))).toEqual([true, true, true])
  await act(() => result.current[0].reload())
  expect(request).toHaveBeenCalledTimes(2)
})
