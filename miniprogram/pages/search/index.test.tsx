/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { compileSnapshot, openSnapshot, search } from '@shared/search'
import { recentQuestions } from '../../state/recent'
import { refreshSnapshot } from '../../state/snapshot'
import SearchPage from './index'

const bytes = compileSnapshot({
  version: 7,
  items: [
    { id: 'a', name: '社会保障卡补领、换领', department: '社保中心', aliases: ['社保卡丢了'], facets: { area: 'social-insurance', audience: ['个人'] } },
    { id: 'b', name: '结婚登记', department: '民政局', facets: { area: 'marriage', audience: ['个人'] } },
  ],
})
const snapshot = openSnapshot(bytes)
const json = (body: unknown) => ({ statusCode: 200, data: JSON.stringify(body) })

/** Answers like the server: with the same engine. `withSnapshot`: whether the phone can fetch the search data. */
function server({ withSnapshot = true, down = false } = {}) {
  const asked: string[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url }: { url: string }) => {
    asked.push(url)
    if (down) return Promise.reject({ errMsg: 'request:fail' })
    if (url.includes('/search/popular')) return json({ questions: ['办营业执照'], since: '2026-11-01' })
    if (url.endsWith('/search/snapshot')) return withSnapshot ? json({ version: '7', bytes: 1, url: '/' }) : { statusCode: 404, data: '{}' }
    if (url.includes('/search/snapshots/')) return { statusCode: 200, data: bytes }
    if (url.includes('/search?')) return json(search(snapshot, decodeURIComponent(/[?&]q=([^&]*)/.exec(url)?.[1] ?? ''), { counts: true }))
    return { statusCode: 404, data: '{}' }
  }) as never)
  return asked
}

const show = () => act(async () => {
  render(<SearchPage />)
})

const type = async (text: string) => {
  await act(async () => fireEvent.input(screen.getByRole('searchbox', { name: '搜索事项' }), { target: { value: text } }))
}

beforeEach(() => recentQuestions.change(() => []))
afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('while the search data is not there the server answers, in the same order', async () => {
  const asked = server({ withSnapshot: false })
  await show()
  await type('结婚')
  await waitFor(() => expect(screen.getByRole('link', { name: /结婚登记/ })).toBeTruthy())
  expect(asked.some((url) => url.includes('/search?q='))).toBe(true)
})

test('without a network at the first start the page says so and offers to try again', async () => {
  server({ down: true })
  await show()
  await waitFor(() => expect(screen.getAllByText('重试').length).toBeGreaterThan(0), { timeout: 4_000 })
})

test('with the search data typing answers on the phone, letter by letter, and asks no server', async () => {
  const asked = server()
  await show()
  await act(() => refreshSnapshot(true))
  expect(asked.some((url) => url.includes('/search/snapshots/7'))).toBe(true)
  await waitFor(() => expect(screen.getByText('办营业执照')).toBeTruthy())
  asked.length = 0
  await type('社保卡')
  expect(screen.getByRole('link', { name: /社会保障卡补领/ })).toBeTruthy()
  await type('结婚登')
  expect(screen.getByRole('link', { name: /结婚登记/ })).toBeTruthy()
  expect(asked.filter((url) => url.includes('/search?q='))).toEqual([])
})

test('nothing found is never a dead end', async () => {
  server()
  await show()
  await act(() => refreshSnapshot(true))
  await type('飞碟')
  await waitFor(() => expect(screen.getByText('没有找到“飞碟”')).toBeTruthy())
  expect(screen.getByText('到一楼导办台咨询')).toBeTruthy()
  expect(await screen.findByText('告诉我们您想办什么')).toBeTruthy()
})

test('opening an item remembers the question; clearing what is remembered can be undone', async () => {
  server()
  const opened = jest.spyOn(Taro, 'navigateTo')
  await show()
  await act(() => refreshSnapshot(true))
  await type('结婚登记')
  await act(async () => fireEvent.click(screen.getByRole('link', { name: /结婚登记/ })))
  expect(opened).toHaveBeenCalledWith({ url: expect.stringContaining('pages/item/index?id=b') })
  cleanup()
  await show()
  expect(screen.getByRole('radio', { name: '结婚登记' })).toBeTruthy()
  await act(async () => fireEvent.click(screen.getByText('清除记录')))
  expect(screen.queryByRole('radio', { name: '结婚登记' })).toBeNull()
  await act(async () => fireEvent.click(screen.getByText('撤销')))
  expect(screen.getByRole('radio', { name: '结婚登记' })).toBeTruthy()
})
