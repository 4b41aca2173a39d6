/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import MePage from '../me/index'
import MessagesPage from './index'

const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }
const news = (number: number, read: boolean) => ({ id: `1764000000000-c-00000${number}`, at: '2026-11-23T08:00:00.000Z', title: `消息之${number}`, text: '正文', complaint: 'c'.repeat(20), read })

/** A server that marks one message a request as read, as if it were a large part. */
function server(inbox: ReturnType<typeof news>[], refuses = false) {
  const asked: string[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, data }: { url: string; data?: string }) => {
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify(session) }
    if (url.endsWith('/messages')) return { statusCode: 200, data: JSON.stringify({ messages: inbox, unread: inbox.filter(({ read }) => !read).length }) }
    if (!url.endsWith('/messages/read')) return { statusCode: 404, data: '{}' }
    if (refuses) return { statusCode: 503, data: JSON.stringify({ error: { code: 'unavailable', message: 'x' } }) }
    const { upTo } = JSON.parse(data!) as { upTo: string }
    asked.push(upTo)
    const at = inbox.findIndex(({ id }) => id <= upTo)
    inbox[at] = { ...inbox[at], read: true }
    return { statusCode: 200, data: JSON.stringify(inbox[at + 1] ? { upTo: inbox[at + 1].id } : {}) }
  }) as never)
  return asked
}

beforeEach(() => Taro.setStorageSync('device-key', { version: 1, value: 'k'.repeat(43) }))
afterEach(() => {
  cleanup()
  Taro.clearStorageSync()
  jest.restoreAllMocks()
})

const tapAll = async () => act(async () => { fireEvent.click(await screen.findByText('全部已读')) })

test('one tap marks everything on the screen and older as read, part by part, and the button goes; the count on 我的 follows at once', async () => {
  const inbox = [news(3, false), news(2, true), news(1, false)]
  const asked = server(inbox)
  await act(async () => { render(<><MePage /><MessagesPage /></>) })
  expect(screen.getByText('2 条未读')).toBeTruthy()
  // Comes in after the page was shown.
  inbox.unshift(news(4, false))
  await tapAll()
  expect(asked).toEqual([news(3, false).id, news(2, true).id, news(1, false).id])
  expect(await screen.findByText('消息之4')).toBeTruthy()
  expect(screen.getAllByText('未读')).toHaveLength(1)
  expect(screen.getByText('1 条未读')).toBeTruthy()
  await tapAll()
  expect(screen.queryByText('全部已读')).toBeNull()
  expect(screen.queryByText('未读')).toBeNull()
  expect(screen.queryByText('1 条未读')).toBeNull()
})

test('there is no such button when nothing is unread', async () => {
  server([news(1, true)])
  await act(async () => { render(<MessagesPage />) })
  expect(await screen.findByText('消息之1')).toBeTruthy()
  expect(screen.queryByText('全部已读')).toBeNull()
})

test('a refusal is told, and the messages stay unread', async () => {
  server([news(1, false)], true)
  await act(async () => { render(<MessagesPage />) })
  await tapAll()
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByText('未读')).toBeTruthy()
  expect(screen.getByText('全部已读')).toBeTruthy()
})
