/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { complaintDraft, emptyDraft } from '../../state/draft'
import ComplainPage from './index'

const complaint = { id: 'c'.repeat(20), receipt: 'ZC-20261123-0001' }
const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }

/** Answers the API; `submit` says what happens to complaints, whose bodies are collected. */
function server(submit: () => { statusCode: number; data: unknown } | 'lost') {
  const bodies: Record<string, unknown>[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, data }: { url: string; data?: string }) => {
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify(session) }
    if (!url.endsWith('/complaints')) return { statusCode: 404, data: '{}' }
    bodies.push(JSON.parse(data ?? '{}'))
    const it = submit()
    return it === 'lost' ? Promise.reject({ errMsg: 'request:fail' }) : it
  }) as never)
  return bodies
}

const show = () => act(async () => {
  render(<ComplainPage />)
})

const write = async (text: string) => {
  fireEvent.click(screen.getByRole('radio', { name: '堵点' }))
  fireEvent.input(screen.getByRole('textbox', { name: '发生了什么' }), { target: { value: text } })
  await act(async () => {})
}

beforeEach(() => complaintDraft.change(() => emptyDraft))
afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('nothing is sent before kind and text are there, and the page says which is missing', async () => {
  const bodies = server(() => ({ statusCode: 201, data: JSON.stringify(complaint) }))
  await show()
  await act(async () => fireEvent.click(screen.getByText('提交')))
  expect(screen.getByText('请选择是哪一类')).toBeTruthy()
  expect(screen.getByText('请写下发生了什么')).toBeTruthy()
  expect(bodies).toEqual([])
})

test('what was missing is told beside the button too, until it is there', async () => {
  server(() => ({ statusCode: 201, data: JSON.stringify(complaint) }))
  await show()
  await act(async () => fireEvent.click(screen.getByText('提交')))
  expect(screen.getByText('还差一点：请选择是哪一类；请写下发生了什么。')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '堵点' }))
  expect(screen.getByText('还差一点：请写下发生了什么。')).toBeTruthy()
  await write('排队一个小时')
  expect(screen.queryByText(/还差一点/)).toBeNull()
})

test('an item that the centre no longer has is told where it stands and beside the button, and the words stay', async () => {
  const sentence = '没有这个事项，请移除或另选一个'
  server(() => ({ statusCode: 400, data: JSON.stringify({ error: { code: 'invalid-request', message: '填写的内容有误', fields: { 'where.item': sentence } } }) }))
  complaintDraft.change((draft) => ({ ...draft, item: { id: 'gone', name: '已经没有的事项' } }))
  await show()
  await write('排队一个小时')
  await act(async () => fireEvent.click(screen.getByText('提交')))
  expect(screen.getAllByText(sentence)).toHaveLength(2)
  expect((screen.getByRole('textbox', { name: '发生了什么' }) as HTMLTextAreaElement).value).toBe('排队一个小时')
  fireEvent.click(screen.getByText('移除'))
  expect(complaintDraft.get()).toMatchObject({ text: '排队一个小时', item: undefined })
})

test('a draft survives closing the page', async () => {
  server(() => 'lost')
  await show()
  await write('排队一个小时')
  cleanup()
  await show()
  expect((screen.getByRole('textbox', { name: '发生了什么' }) as HTMLTextAreaElement).value).toBe('排队一个小时')
  expect(screen.getByRole('radio', { name: '堵点' }).getAttribute('aria-checked')).toBe('true')
})

test('when sending fails the words stay, and sending again carries the same key', async () => {
  let attempt = 0
  const bodies = server(() => (++attempt === 1 ? 'lost' : { statusCode: 201, data: JSON.stringify(complaint) }))
  const opened = jest.spyOn(Taro, 'navigateTo')
  await show()
  await write('排队一个小时')
  await act(async () => fireEvent.click(screen.getByText('提交')))
  await waitFor(() => expect(screen.getByText(/服务暂时不可用/)).toBeTruthy())
  expect(complaintDraft.get().text).toBe('排队一个小时')
  await act(async () => fireEvent.click(screen.getByText('提交')))
  await waitFor(() => expect(opened).toHaveBeenCalled())
  expect(bodies).toHaveLength(2)
  expect(bodies[0].clientKey).toMatch(/^[A-Za-z0-9_-]{16,64}$/)
  expect(bodies[1].clientKey).toBe(bodies[0].clientKey)
})

test('once the server has acknowledged it, the draft is gone and the receipt number shows', async () => {
  server(() => ({ statusCode: 201, data: JSON.stringify(complaint) }))
  const opened = jest.spyOn(Taro, 'navigateTo')
  await show()
  await write('排队一个小时')
  await act(async () => fireEvent.click(screen.getByText('提交')))
  await waitFor(() => expect(opened).toHaveBeenCalledWith({ url: `/pages/receipt/index?id=${complaint.id}&receipt=ZC-20261123-0001` }))
  expect(complaintDraft.get()).toEqual(emptyDraft)
  expect((screen.getByRole('textbox', { name: '发生了什么' }) as HTMLTextAreaElement).value).toBe('')
})

test('the server\'s words about a field stand at that field', async () => {
  server(() => ({ statusCode: 400, data: JSON.stringify({ error: { code: 'invalid-request', message: 'x', fields: { contact: '最多 60 字' } } }) }))
  await show()
  await write('排队一个小时')
  await act(async () => fireEvent.click(screen.getByText('提交')))
  await waitFor(() => expect(screen.getByText('最多 60 字')).toBeTruthy())
})
