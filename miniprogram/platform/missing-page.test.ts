/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { tellMissingPages } from './missing-page'

const refuse = (reason: unknown) => window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }))

test('a page whose code cannot be fetched is told, anything else is left alone', () => {
  const told = jest.spyOn(Taro, 'showToast').mockReturnValue({} as never)
  tellMissingPages('没有打开')
  refuse(new Error('else'))
  refuse(undefined)
  expect(told).not.toHaveBeenCalled()
  refuse(Object.assign(new Error('Loading chunk 3 failed'), { name: 'ChunkLoadError' }))
  refuse(Object.assign(new Error('Loading CSS chunk 3 failed'), { code: 'CSS_CHUNK_LOAD_FAILED' }))
  expect(told.mock.calls.map(([it]) => it?.title)).toEqual(['没有打开', '没有打开'])
})
