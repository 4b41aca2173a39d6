/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import AnswersPage from './index'

const answer = {
  id: 'bbbbbbbbbbbbbbbbbbbb', kind: 'pain', question: '等候区没有饮水机', answer: '已经装好', result: '每层一台', publishedAt: '2026-11-20T00:00:00.000Z', state: 'closed', month: '2026-11', where: {}, followers: 3,
  before: [{ id: 'cccccccccccccccccccc', state: 'pass', url: '/full.jpg', small: '/small.jpg' }], after: [],
}
let asked: string[]

beforeEach(async () => {
  asked = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url }: { url: string }) => {
    asked.push(url)
    if (!url.includes('/answers')) return { statusCode: 404, data: '{}' }
    return { statusCode: 200, data: JSON.stringify({ answers: url.includes('kind=opinion') ? [] : [answer] }) }
  }) as never)
  await act(async () => { render(<AnswersPage />) })
})

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('a case shows what was put right, the month, how many others met it, and its photo by side', async () => {
  expect(await screen.findByText('问：等候区没有饮水机')).toBeTruthy()
  expect(screen.getByText('整改情况：每层一台')).toBeTruthy()
  expect(screen.getByText('2026年11月提出')).toBeTruthy()
  expect(screen.getByText('3 人也遇到')).toBeTruthy()
  expect(screen.getByLabelText('整改前照片，第 1 张，点开看大图')).toBeTruthy()
})

test('a kind is asked of the server; where there is none, one tap shows all again', async () => {
  await act(async () => { fireEvent.click(screen.getByText('意见')) })
  expect(asked.some((url) => url.includes('kind=opinion'))).toBe(true)
  expect(await screen.findByText('这里还没有公开的答复')).toBeTruthy()
  await act(async () => { fireEvent.click(screen.getByText('看全部')) })
  expect(await screen.findByText('问：等候区没有饮水机')).toBeTruthy()
})
