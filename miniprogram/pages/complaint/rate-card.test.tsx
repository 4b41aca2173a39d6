/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import { replyDrafts } from '../../state/reply-drafts'
import { RateCard } from './rate-card'

const complaint = { id: 'c'.repeat(20), version: 3 } as CitizenComplaint
const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }

afterEach(() => {
  cleanup()
  replyDrafts.change(() => ({}))
  jest.restoreAllMocks()
})

test('a bad rating is not sent before it says why, and the page says so at the field', async () => {
  const sent: unknown[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, data }: { url: string; data?: string }) => {
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify(session) }
    sent.push(JSON.parse(data ?? '{}'))
    return { statusCode: 200, data: JSON.stringify(complaint) }
  }) as never)
  render(<RateCard complaint={complaint} onChange={jest.fn()} onStale={jest.fn()} />)
  await act(async () => fireEvent.click(screen.getByText('非常不满意')))
  await act(async () => fireEvent.click(screen.getByText('提交评价')))
  expect(screen.getByText('请写一写哪里不满意')).toBeTruthy()
  expect(sent).toEqual([])
  await act(async () => fireEvent.input(document.getElementById('rate-reason')!, { target: { value: '没有修好' } }))
  await act(async () => fireEvent.click(screen.getByText('提交评价')))
  expect(sent).toEqual([{ expectedVersion: 3, rating: 'veryDissatisfied', reason: '没有修好' }])
})
