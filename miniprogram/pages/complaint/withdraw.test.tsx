/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import { Withdraw } from './withdraw'

const complaint = { id: 'c'.repeat(20), version: 3 } as CitizenComplaint
const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }

function server(statusCode: number, body: unknown) {
  const sent: unknown[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, data }: { url: string; data?: string }) => {
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify(session) }
    sent.push(JSON.parse(data ?? '{}'))
    return { statusCode, data: JSON.stringify(body) }
  }) as never)
  return sent
}

const tap = async () => {
  const onChange = jest.fn()
  const onStale = jest.fn()
  render(<Withdraw complaint={complaint} onChange={onChange} onStale={onStale} />)
  await act(async () => fireEvent.click(screen.getByText('撤回')))
  return { onChange, onStale }
}

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('nothing is withdrawn by someone who says no', async () => {
  const sent = server(200, complaint)
  jest.spyOn(Taro, 'showModal').mockResolvedValue({ confirm: false } as never)
  const { onChange } = await tap()
  expect(sent).toEqual([])
  expect(onChange).not.toHaveBeenCalled()
})

test('who says yes withdraws the version on the screen', async () => {
  const sent = server(200, { ...complaint, state: 'closed' })
  const { onChange } = await tap()
  expect(sent).toEqual([{ expectedVersion: 3 }])
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ state: 'closed' }))
})

test('when the centre was quicker the page says so and fetches the complaint anew', async () => {
  server(409, { error: { code: 'version-conflict', message: 'x', currentVersion: 4 } })
  const { onStale } = await tap()
  expect(screen.getByText(/请查看最新内容/)).toBeTruthy()
  expect(onStale).toHaveBeenCalled()
})
