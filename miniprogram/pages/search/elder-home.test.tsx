/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { elderMode } from '../../state/elder-mode'
import SearchPage from './index'

beforeEach(() => {
  jest.spyOn(Taro, 'request').mockRejectedValue({ errMsg: 'request:fail' } as never)
})

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
  elderMode.change(() => false)
})

const show = () => act(async () => {
  render(<SearchPage />)
})

test('one tap on the home page makes everything large and simple, and one tap brings the standard theme back', async () => {
  await show()
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /长辈版/ })))
  expect(elderMode.get()).toBe(true)
  expect(document.querySelector('.screen--elder')).toBeTruthy()
  expect(screen.queryByText('按类别找')).toBeNull()
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '回到标准版' })))
  expect(elderMode.get()).toBe(false)
  expect(document.querySelector('.screen--elder')).toBeNull()
})

test('the elder home has a search box and four large buttons', async () => {
  elderMode.change(() => true)
  await show()
  expect(screen.getByRole('searchbox', { name: '搜索事项' })).toBeTruthy()
  for (const name of [/^办事指南/, /^找茬/, /^我的找茬/, /^打电话/]) expect(screen.getByRole('button', { name })).toBeTruthy()
})
