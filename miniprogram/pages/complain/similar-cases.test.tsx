/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { SimilarCase } from '@shared/complaints/public-case'
import { emptyDraft } from '../../state/draft'
import { SimilarCases } from './similar-cases'

const found: SimilarCase[] = [
  { id: 'a'.repeat(20), kind: 'pain', state: 'closed', question: '大厅的二维码墙太挤', answer: '已改为关键词检索', publishedAt: '2026-11-01T00:00:00.000Z', followers: 2 },
]
const writing = (text: string) => ({ ...emptyDraft, text })
const long = '大厅墙上的二维码太多，找一个事项要很久'

/** Answers the search for similar cases; gives the bodies that were asked. */
function server(answer: () => Promise<unknown> = async () => ({ statusCode: 200, data: JSON.stringify({ cases: found }) })) {
  const asked: unknown[] = []
  jest.spyOn(Taro, 'request').mockImplementation((({ data }: { data: string }) => {
    asked.push(JSON.parse(data))
    return answer()
  }) as never)
  return asked
}

const pause = (ms = 1_300) => act(async () => { await jest.advanceTimersByTimeAsync(ms) })

beforeEach(() => { jest.useFakeTimers() })
afterEach(() => {
  cleanup()
  jest.useRealTimers()
  jest.restoreAllMocks()
})

test('when the writing pauses, what others said in public is shown with its answer', async () => {
  server()
  render(<SimilarCases draft={writing(long)} />)
  expect(screen.queryByText('大厅的二维码墙太挤')).toBeNull()
  await pause()
  expect(screen.getByText('大厅的二维码墙太挤')).toBeTruthy()
  expect(screen.getByText('答：已改为关键词检索')).toBeTruthy()
  expect(screen.getByText('已办结')).toBeTruthy()
})

test('nothing is asked before there is enough to compare, nor at every letter', async () => {
  const asked = server()
  const { rerender } = render(<SimilarCases draft={writing('二维码')} />)
  await pause()
  for (let length = 15; length <= long.length; length++) {
    rerender(<SimilarCases draft={writing(long.slice(0, length))} />)
    await pause(200)
  }
  expect(asked).toEqual([])
  await pause()
  expect(asked).toEqual([{ text: long, where: {} }])
})

test('what is not the same is put aside and does not come back', async () => {
  server()
  const { rerender } = render(<SimilarCases draft={writing(long)} />)
  await pause()
  await act(async () => { fireEvent.click(screen.getByText('不是这个')) })
  rerender(<SimilarCases draft={writing(`${long}，请改一改`)} />)
  await pause()
  expect(screen.queryByText('大厅的二维码墙太挤')).toBeNull()
})

test('when the server cannot be reached, nothing shows and nothing is said', async () => {
  server(() => Promise.reject({ errMsg: 'request:fail' }))
  const { container } = render(<SimilarCases draft={writing(long)} />)
  await pause()
  expect(container.textContent).toBe('')
})

test('“我也遇到” follows the case instead, is counted, and can be taken back', async () => {
  const asked: unknown[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, data }: { url: string; data?: string }) => {
    if (url.endsWith('/similar')) return { statusCode: 200, data: JSON.stringify({ cases: found }) }
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify({ token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }) }
    const { follow } = JSON.parse(data ?? '{}') as { follow: boolean }
    asked.push(follow)
    return { statusCode: 200, data: JSON.stringify({ followers: follow ? 3 : 2, following: follow }) }
  }) as never)
  render(<SimilarCases draft={writing(long)} />)
  await pause()
  expect(screen.getByText('2 人也遇到')).toBeTruthy()
  await act(async () => { fireEvent.click(screen.getByText('我也遇到')) })
  await pause(50)
  expect(screen.getByText('3 人也遇到')).toBeTruthy()
  expect(screen.getByText(/不用再写一遍/)).toBeTruthy()
  await act(async () => { fireEvent.click(screen.getByText('取消关注')) })
  await pause(50)
  expect(screen.getByText('2 人也遇到')).toBeTruthy()
  expect(asked).toEqual([true, false])
})
