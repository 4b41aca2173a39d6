/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { chinaDay } from '@shared/calendar/calendar'
import { Mine } from './mine'

const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }
const at = '2026-11-23T08:00:00.000Z'
const line = { id: 'c'.repeat(20), receipt: 'ZC-20261123-0007', kind: 'pain', state: 'accepted', text: '大厅的灯坏了', submittedAt: at, updatedAt: at }
const waits = { id: 'd'.repeat(20), receipt: 'ZC-20261101-0002', kind: 'pain', text: '叫号屏不亮', question: '哪一块屏？', due: chinaDay(Date.now()), left: 0 }

function server(asked: { statusCode: number; body: unknown }) {
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url }: { url: string }) => {
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify(session) }
    if (url.endsWith('/asked-complaints')) return { statusCode: asked.statusCode, data: JSON.stringify(asked.body) }
    return { statusCode: 200, data: JSON.stringify({ complaints: [line] }) }
  }) as never)
}

beforeEach(() => Taro.clearStorageSync())
afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('what the centre asks stands above the list, also of a case that is far down in it, and one tap leads to the answer', async () => {
  server({ statusCode: 200, body: { complaints: [waits] } })
  const navigate = jest.spyOn(Taro, 'navigateTo')
  await act(async () => { render(<Mine />) })
  expect(screen.getByRole('heading', { name: '我们在等您补充' })).toBeTruthy()
  expect(screen.getByText('我们想问您：哪一块屏？')).toBeTruthy()
  expect(screen.getByText(/最晚今天补充/)).toBeTruthy()
  expect(screen.getByText('您提的：叫号屏不亮')).toBeTruthy()
  expect(screen.getByText('受理号 ZC-20261101-0002')).toBeTruthy()
  expect(screen.getByText('大厅的灯坏了')).toBeTruthy()
  await act(async () => { fireEvent.click(screen.getByText('去补充')) })
  expect(navigate).toHaveBeenCalledWith({ url: `/pages/complaint/index?id=${waits.id}` })
})

test('nothing stands above the list when nothing is asked', async () => {
  server({ statusCode: 200, body: { complaints: [] } })
  await act(async () => { render(<Mine />) })
  expect(screen.getByText('大厅的灯坏了')).toBeTruthy()
  expect(screen.queryByText('我们在等您补充')).toBeNull()
})

test('the list shows also when what is asked cannot be had', async () => {
  server({ statusCode: 503, body: { error: { code: 'unavailable', message: 'x' } } })
  await act(async () => { render(<Mine />) })
  expect(screen.getByText('大厅的灯坏了')).toBeTruthy()
})
