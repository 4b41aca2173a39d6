/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { OpinionsCard } from './opinions-card'

const answer = { id: 'bbbbbbbbbbbbbbbbbbbb', kind: 'pain', question: '网上和窗口说的材料不一样', answer: '已经统一', publishedAt: '2026-11-20T00:00:00.000Z', state: 'closed', where: { item: 'x-1' } }

const show = async (statusCode: number, body: unknown) => {
  const asked: string[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url }: { url: string }) => {
    asked.push(url)
    return { statusCode, data: JSON.stringify(body) }
  }) as never)
  await act(async () => { render(<OpinionsCard item={{ id: 'x-1' }} />) })
  return asked
}

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('a guide shows the newest public case about its item, and leads to all of them', async () => {
  const asked = await show(200, { answers: [answer] })
  expect(asked[0]).toContain('item=x-1')
  expect(screen.getByText('问：网上和窗口说的材料不一样')).toBeTruthy()
  const went = jest.spyOn(Taro, 'navigateTo').mockResolvedValue({} as never)
  await act(async () => fireEvent.click(screen.getByText('看意见和答复')))
  expect(JSON.stringify(went.mock.calls)).toContain('pages/answers/index?item=x-1')
})

test('where nobody has said anything, or it cannot be had, the guide says nothing of it', async () => {
  await show(200, { answers: [] })
  expect(screen.queryByText('别人对这件事的意见')).toBeNull()
  cleanup()
  await show(503, {})
  expect(document.body.textContent).toBe('')
})
