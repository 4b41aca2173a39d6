/** @jest-environment jsdom */
import { history } from '@tarojs/router'
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { replace } from '../../platform/navigate'
import { keepStaffSession } from '../../platform/staff-session'
import { staffDrafts } from '../drafts/drafts'
import { account, complaint } from '../complaint/complaint.sample'
import StaffIntakePage from './index'

const contact = '零零零-壹贰叁'
const name = '王某某'
/** How many watch the browser's way back. */
let watching: number
let answer: () => { statusCode: number; data: string }
let bodies: { clientKey: string; contact?: string; name?: string; text: string }[]

beforeEach(async () => {
  bodies = []
  watching = 0
  jest.spyOn(history, 'block').mockImplementation(() => {
    watching += 1
    return () => { watching -= 1 }
  })
  answer = () => ({ statusCode: 503, data: JSON.stringify({ error: { code: 'unavailable', message: 'x' } }) })
  Taro.clearStorageSync()
  staffDrafts.change(() => ({}))
  keepStaffSession({ token: 't', expiresAt: '2999-01-01T00:00:00.000Z', account })
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, method, data }: { url: string; method: string; data?: string }) => {
    if (method !== 'POST' || !url.endsWith('/staff/complaints')) return { statusCode: 404, data: '{}' }
    bodies.push(JSON.parse(data!) as (typeof bodies)[number])
    return answer()
  }) as never)
  await act(async () => { render(<StaffIntakePage />) })
})
afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

const write = (field: string | RegExp, text: string) => act(async () => { fireEvent.input(screen.getByRole('textbox', { name: field }), { target: { value: text } }) })
const tap = (what: string) => act(async () => { fireEvent.click(screen.getByText(what)) })
const valueOf = (field: string | RegExp) => (screen.getByRole('textbox', { name: field }) as HTMLInputElement).value
async function fill(): Promise<void> {
  await act(async () => { fireEvent.click(screen.getByRole('radio', { name: '痛点' })) })
  await write(/市民说了什么/, '大厅太冷')
  await write(/联系方式/, contact)
  await write(/称呼/, name)
}

test('whatever was typed survives a sending that failed, and goes out again as the same thing', async () => {
  await fill()
  await tap('登记')
  expect([valueOf(/市民说了什么/), valueOf(/联系方式/), valueOf(/称呼/)]).toEqual(['大厅太冷', contact, name])
  await tap('登记')
  expect(bodies).toHaveLength(2)
  expect(bodies[0]).toMatchObject({ text: '大厅太冷', contact, name })
  expect(bodies[1]).toEqual(bodies[0])
})

test('what the citizen said is kept when the page is left; who they are and how to reach them never stands on the device', async () => {
  const written = jest.spyOn(Taro, 'setStorageSync')
  await fill()
  await tap('登记')
  cleanup()
  expect(JSON.stringify(written.mock.calls)).toContain('大厅太冷')
  expect(JSON.stringify(written.mock.calls)).not.toContain(contact)
  expect(JSON.stringify(written.mock.calls)).not.toContain(name)
  await act(async () => { render(<StaffIntakePage />) })
  expect([valueOf(/市民说了什么/), valueOf(/联系方式/), valueOf(/称呼/)]).toEqual(['大厅太冷', '', ''])
})

test('leaving asks while a contact or a name would be lost, and not before', async () => {
  const asked = jest.spyOn(Taro, 'showModal').mockResolvedValue({ confirm: false } as never)
  const went = jest.spyOn(Taro, 'redirectTo')
  await write(/市民说了什么/, '大厅太冷')
  expect(watching).toBe(0)
  await write(/称呼/, name)
  expect(watching).toBe(1)
  await replace('staff/queue/index')
  expect(asked).toHaveBeenCalledWith(expect.objectContaining({ title: '离开这一页？', confirmText: '离开', cancelText: '接着填' }))
  await tap('退出登录')
  expect(asked).toHaveBeenCalledTimes(2)
  expect(went).not.toHaveBeenCalled()
  await write(/称呼/, ' ')
  expect(watching).toBe(0)
  await replace('staff/queue/index')
  expect(went).toHaveBeenCalledTimes(1)
  expect(asked).toHaveBeenCalledTimes(2)
})

test('once it was taken in there is nothing to lose, and the next one begins empty', async () => {
  answer = () => ({ statusCode: 201, data: JSON.stringify(complaint('submitted', 1)) })
  const asked = jest.spyOn(Taro, 'showModal')
  await fill()
  expect(watching).toBe(1)
  await tap('登记')
  expect(await screen.findByText(/已登记，受理号/)).toBeTruthy()
  expect(watching).toBe(0)
  await replace('staff/queue/index')
  expect(asked).not.toHaveBeenCalled()
  await tap('再登记一件')
  expect([valueOf(/市民说了什么/), valueOf(/联系方式/), valueOf(/称呼/)]).toEqual(['', '', ''])
})
