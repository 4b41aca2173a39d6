/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { StaffRole } from '@shared/accounts/roles'
import type { ShownPhoto } from '@shared/photos/photo'
import { middle } from './areas'
import { StaffPhoto } from './staff-photo'

const id = 'aaaaaaaaaaaaaaaaaaaa'
const ready: ShownPhoto = { id, state: 'pass', url: 'http://store/1-full.jpg', small: 'http://store/1-small.jpg', staff: { picture: 'ready', version: 1, areas: 1 } }

function show(photo: ShownPhoto, role: StaffRole = 'window', answer: object = { done: true }) {
  const sent: { url: string; body: unknown }[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, data }: { url: string; data?: string }) => {
    sent.push({ url, body: data ? JSON.parse(data) : undefined })
    return { statusCode: 200, data: JSON.stringify(answer) }
  }) as never)
  const changes = jest.fn()
  render(<StaffPhoto photo={photo} number={1} role={role} onEnlarge={() => undefined} onChanged={changes} />)
  return { sent, changes }
}
const press = (key: string, more: object = {}) => act(async () => { fireEvent.keyDown(document.body, { key, ...more }) })
const tap = (words: string) => act(async () => { fireEvent.click(screen.getByText(words)) })

beforeAll(() => { Element.prototype.scrollIntoView = () => undefined })

test('with the keyboard alone a part is marked, taken back, marked again and sent, with the version that was seen', async () => {
  const { sent, changes } = show(ready)
  await tap('涂黑')
  await press('ArrowRight')
  await press('Enter')
  await press('ArrowLeft')
  await press('ArrowDown', { ctrlKey: true })
  await press('Enter')
  await screen.findByText('涂黑 2 处')
  await press('z', { ctrlKey: true })
  await tap('涂黑 1 处')
  expect(sent).toEqual([{ url: expect.stringMatching(`/staff/photos/${id}/blackouts$`), body: { expectedVersion: 1, areas: [middle], instead: false } }])
  expect(changes).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('nothing is sent before something is marked, and clearing can be undone', async () => {
  const { sent } = show(ready)
  await tap('涂黑')
  fireEvent.click(screen.getAllByText('涂黑').at(-1)!)
  await press('ArrowUp')
  await press('Enter')
  await tap('清空')
  await tap('撤销')
  await screen.findByText('涂黑 1 处')
  expect(sent).toEqual([])
})

test('the original is offered to those who decide and to nobody else, only where something is black', async () => {
  const window = render(<StaffPhoto photo={ready} number={1} role='window' onEnlarge={() => undefined} onChanged={() => undefined} />)
  expect(screen.queryByText('看原图')).toBeNull()
  window.unmount()
  const untouched = render(<StaffPhoto photo={{ ...ready, staff: { picture: 'ready', version: 0, areas: 0 } }} number={1} role='chief' onEnlarge={() => undefined} onChanged={() => undefined} />)
  expect(screen.queryByText('看原图')).toBeNull()
  untouched.unmount()
  const { sent } = show(ready, 'chief', { url: 'http://store/0-full.jpg', areas: [middle] })
  await tap('看原图')
  await screen.findByText(/这次查看已记录/)
  expect(sent.map(({ url }) => url)).toEqual([expect.stringMatching(`/staff/photos/${id}/original$`)])
})

test.each<[string, ShownPhoto, boolean]>([
  ['正在处理…', { id, state: 'checking', staff: { picture: 'none', areas: 0 } }, false],
  ['正在涂黑…', { id, state: 'pass', staff: { picture: 'drawing', version: 0, areas: 1 } }, false],
  ['涂黑没有成功，照片对所有人隐藏', { id, state: 'pass', staff: { picture: 'failed', version: 0, areas: 1 } }, true],
  ['照片没有处理成功', { id, state: 'expired', staff: { picture: 'none', areas: 0 } }, true],
  ['照片打不开，已请市民重发', { id, state: 'refused', staff: { picture: 'none', areas: 0 } }, false],
])('a photo without a picture says “%s”, and is not to be judged unseen', (words, photo, again) => {
  show(photo)
  expect(screen.getByRole('status').textContent).toBe(words)
  expect(screen.queryByText('通过')).toBeNull()
  expect(screen.queryByText('再处理一次') !== null).toBe(again)
})
