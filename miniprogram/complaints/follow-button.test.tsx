/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Following } from '@shared/complaints/public-case'
import { deviceKeyRecord } from '../platform/session-records'
import { remove, write } from '../platform/storage'
import { FollowButton } from './follow-button'

const id = 'c'.repeat(20)
const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }

/** Answers with what is known, and follows; gives the requests for the case. */
function server(known: Following, refuses = false) {
  const asked: string[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, method, data }: { url: string; method: string; data?: string }) => {
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify(session) }
    asked.push(method)
    if (method === 'GET') return { statusCode: 200, data: JSON.stringify(known) }
    if (refuses) return { statusCode: 404, data: JSON.stringify({ error: { code: 'not-found', message: '没有找到您要的内容。' } }) }
    const { follow } = JSON.parse(data ?? '{}') as { follow: boolean }
    return { statusCode: 200, data: JSON.stringify({ followers: known.followers + (follow ? 1 : -1), following: follow }) }
  }) as never)
  return asked
}

const show = async (followers?: number) => act(async () => { render(<FollowButton id={id} followers={followers} />) })
const tap = async (words: string) => act(async () => { fireEvent.click(screen.getByText(words)) })

afterEach(() => {
  cleanup()
  remove(deviceKeyRecord)
  jest.restoreAllMocks()
})

test('who only looks is asked nothing and gets no account; the number is what the list told', async () => {
  const asked = server({ followers: 5, following: false })
  await show(5)
  expect(asked).toEqual([])
  expect(screen.getByText('5 人也遇到')).toBeTruthy()
})

test('who follows sees so, and can take it back', async () => {
  write(deviceKeyRecord, 'k'.repeat(32))
  server({ followers: 3, following: true })
  await show()
  expect(screen.getByText('3 人也遇到')).toBeTruthy()
  await tap('取消关注')
  expect(screen.getByText('2 人也遇到')).toBeTruthy()
  expect(screen.getByText('我也遇到')).toBeTruthy()
})

test('one tap follows and says that news will come', async () => {
  server({ followers: 0, following: false })
  await show()
  await tap('我也遇到')
  expect(screen.getByText('1 人也遇到')).toBeTruthy()
  expect(screen.getByText(/不用再写一遍/)).toBeTruthy()
})

test('one\'s own case is not followed but looked at', async () => {
  write(deviceKeyRecord, 'k'.repeat(32))
  server({ followers: 0, following: false, own: true })
  await show()
  expect(screen.queryByText('我也遇到')).toBeNull()
  expect(screen.getByText('这是您提的，看看进度')).toBeTruthy()
})

test('when it cannot be followed, the sentence of the server shows and the button stays', async () => {
  server({ followers: 0, following: false }, true)
  await show()
  await tap('我也遇到')
  expect(screen.getByText('没有找到您要的内容。')).toBeTruthy()
  expect(screen.getByText('我也遇到')).toBeTruthy()
})
