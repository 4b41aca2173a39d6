/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import { forgetDevice } from '../../state/forget'
import { replyDrafts } from '../../state/reply-drafts'
import { ReplyCard } from './reply-card'

const id = 'c'.repeat(20)
const complaint = { id, version: 3 } as CitizenComplaint
const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }
const photo = 'd'.repeat(20)
let sent: { clientKey: string; text: string; photos: string[] }[]
let reachable: boolean

beforeEach(() => {
  sent = []
  reachable = true
  Object.defineProperty(window.URL, 'createObjectURL', { configurable: true, value: () => 'blob:one' })
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function click(this: HTMLInputElement) {
    Object.defineProperty(this, 'files', { value: [new File(['x'.repeat(2000)], 'one.jpg', { type: 'image/jpeg' })] })
    this.dispatchEvent(new Event('change'))
  })
  jest.spyOn(Taro, 'uploadFile').mockImplementation((({ success, fail }: { success: (answer: { statusCode: number }) => void; fail: (reason: unknown) => void }) => {
    if (reachable) success({ statusCode: 204 })
    else fail({ errMsg: 'uploadFile:fail' })
    return {}
  }) as never)
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, data }: { url: string; data?: string }) => {
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify(session) }
    if (url.endsWith('/photos')) return { statusCode: 201, data: JSON.stringify({ id: photo, url: 'https://photos.example/', fields: {}, expiresAt: session.expiresAt }) }
    if (url.endsWith('/uploaded')) return { statusCode: 200, data: JSON.stringify({ done: true }) }
    sent.push(JSON.parse(data!) as (typeof sent)[number])
    return sent.length > 1 ? { statusCode: 201, data: JSON.stringify(complaint) } : Promise.reject({ errMsg: 'request:fail' })
  }) as never)
})
afterEach(() => {
  cleanup()
  forgetDevice()
  jest.restoreAllMocks()
})

const show = () => act(async () => { render(<ReplyCard complaint={complaint} asked filled={0} onChange={() => undefined} onStale={() => undefined} />) })
const tap = (what: string | RegExp) => act(async () => { fireEvent.click(screen.getByText(what)) })
const write = (text: string) => act(async () => { fireEvent.input(screen.getByRole('textbox', { name: '补充说明' }), { target: { value: text } }) })

test('words and photos of an addition are still there when the page was left, and go with it', async () => {
  await show()
  await write('三号窗口')
  await tap(/添加 0\/6/)
  await screen.findByText(/添加 1\/6/)
  cleanup()
  await show()
  screen.getByText(/添加 1\/6/)
  await tap('提交补充')
  await tap('提交补充')
  expect(sent.map(({ text, photos }) => ({ text, photos }))).toEqual([{ text: '三号窗口', photos: [photo] }, { text: '三号窗口', photos: [photo] }])
  expect(sent[0]!.clientKey).toBe(sent[1]!.clientKey)
  expect(replyDrafts.get()).toEqual({})
})

test('a photo that could not be sent is still there to be sent again when the page was left', async () => {
  reachable = false
  await show()
  await tap(/添加 0\/6/)
  await screen.findByText('重新上传')
  cleanup()
  await show()
  expect(screen.getByText('重新上传')).toBeTruthy()
  reachable = true
  await tap('重新上传')
  await waitFor(() => expect(screen.queryByText('重新上传')).toBeNull())
  expect(replyDrafts.get()[id]?.photos.map((one) => one.id)).toEqual([photo])
})

test('a photo that is removed while it is on its way does not come back', async () => {
  let arrive = () => undefined as void
  jest.spyOn(Taro, 'uploadFile').mockImplementation((({ success }: { success: (answer: { statusCode: number }) => void }) => { arrive = () => success({ statusCode: 204 }); return {} }) as never)
  await show()
  await tap(/添加 0\/6/)
  await act(async () => { fireEvent.click(screen.getByLabelText('移除第 1 张照片')) })
  await act(async () => arrive())
  expect(screen.getByText(/添加 0\/6/)).toBeTruthy()
  expect(replyDrafts.get()[id]?.photos ?? []).toEqual([])
})

test('other words after a lost answer are another addition, so that the server does not refuse them as a repetition', async () => {
  await show()
  await write('三号窗口')
  await tap('提交补充')
  await write('三号窗口左边')
  await tap('提交补充')
  expect(sent.map(({ text }) => text)).toEqual(['三号窗口', '三号窗口左边'])
  expect(sent[0]!.clientKey).not.toBe(sent[1]!.clientKey)
})
